import { renderPiece, type Piece, type RenderedSql } from './pieces';
import { checkedType, checkedValue, type ClickHouseType, type SqlValue } from './values';

const IDENTIFIER = /^[a-z_][a-z0-9_]{0,62}$/;

/** A statement or a part of one. Only the `sql` tag and the functions of this file make one, so no text of a user can get into it as SQL. */
export class Sql {
  readonly #pieces: readonly Piece[];

  private constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  /** For the functions of this file; a piece of kind `text` must never come from outside the program. */
  static ofPieces(pieces: readonly Piece[]): Sql {
    return new Sql(pieces);
  }

  get pieces(): readonly Piece[] {
    return this.#pieces;
  }
}

/** A statement together with the shape of the rows that it returns; the shape exists for the compiler only. */
export type Statement<Row> = Sql & { readonly __row?: Row };

/** What may stand in a `${…}`: another fragment, or a value. A text becomes a String parameter, a whole number an Int64, a list an Array(String). */
export type Interpolation = Sql | string | number | boolean | readonly string[];

/**
 * SQL as text with bound values: `` sql`SELECT id FROM ${table('events')} WHERE clinician = ${clinician}` ``. Every value travels as a
 * typed query parameter. Fragments compose. Calling it as an ordinary function with an array of strings is refused.
 */
export function sql(strings: TemplateStringsArray, ...interpolations: readonly Interpolation[]): Sql {
  if (!Object.isFrozen(strings) || !Array.isArray(strings.raw)) {
    throw new TypeError('sql is a template tag; it is never called with a string that was put together elsewhere');
  }
  const pieces: Piece[] = [];
  strings.forEach((text, index) => {
    pieces.push({ kind: 'text', text });
    if (index < interpolations.length) pieces.push(...piecesOf(interpolations[index]));
  });
  return Sql.ofPieces(pieces);
}

function piecesOf(interpolation: Interpolation | undefined): readonly Piece[] {
  if (interpolation instanceof Sql) return interpolation.pieces;
  switch (typeof interpolation) {
    case 'string':
      return typed('String', interpolation).pieces;
    case 'number':
      return typed('Int64', interpolation).pieces;
    case 'boolean':
      return typed('Bool', interpolation).pieces;
    default:
      if (Array.isArray(interpolation)) return typed('Array(String)', interpolation as readonly string[]).pieces;
      throw new TypeError(`a value of type ${typeof interpolation} cannot be bound; give null and others with typed()`);
  }
}

/** A value with its ClickHouse type, where the default would not do: `typed('Nullable(String)', null)`. */
export function typed(type: ClickHouseType, value: SqlValue): Sql {
  return Sql.ofPieces([{ kind: 'value', type: checkedType(type), value: checkedValue(value) }]);
}

/** An instant, UTC milliseconds since 1970, as DateTime64(3, 'UTC'). */
export function instant(milliseconds: number): Sql {
  const text = new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '');
  return typed("DateTime64(3, 'UTC')", text);
}

/** A table of the store's own database, qualified when the statement is rendered. */
export function table(name: string): Sql {
  return Sql.ofPieces([{ kind: 'table', name: checkedIdentifier(name) }]);
}

/** A column or alias that was chosen at run time; it must be one of `allowed`. */
export function identifier(name: string, allowed: readonly string[]): Sql {
  if (!allowed.includes(name)) throw new RangeError(`not one of the allowed names: ${allowed.join(', ')}`);
  return Sql.ofPieces([{ kind: 'text', text: checkedIdentifier(name) }]);
}

/** Fragments in a row. The separator is one of a closed list, because it becomes SQL. */
export function joinSql(fragments: readonly Sql[], separator: ', ' | ' AND ' | ' OR ' | ' UNION ALL ' | ' '): Sql {
  return Sql.ofPieces(
    fragments.flatMap((fragment, index) =>
      index === 0 ? fragment.pieces : [{ kind: 'text' as const, text: separator }, ...fragment.pieces],
    ),
  );
}

/** The text with its placeholders and the parameters, for a database. */
export function renderSql(statement: Sql, database: string): RenderedSql {
  const params: Record<string, unknown> = {};
  const query = statement.pieces.map((piece) => renderPiece(piece, checkedIdentifier(database), params)).join('');
  return { query, params };
}

export function checkedIdentifier(name: string): string {
  if (!IDENTIFIER.test(name)) throw new RangeError('an identifier has lower-case letters, digits and underscores only, 63 at most');
  return name;
}
