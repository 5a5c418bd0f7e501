import type { SqlValue } from './values';

/** What a statement is made of. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly type: string; readonly value: SqlValue }
  | { readonly kind: 'table'; readonly name: string };

export interface RenderedSql {
  readonly query: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The text of a piece; a value leaves a typed placeholder and goes into `params`. */
export function renderPiece(piece: Piece, database: string, params: Record<string, unknown>): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'table':
      return `${database}.${piece.name}`;
    case 'value': {
      const name = `p${String(Object.keys(params).length)}`;
      params[name] = piece.value;
      return `{${name}:${piece.type}}`;
    }
  }
}
