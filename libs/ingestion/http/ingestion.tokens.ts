import type { Ingestion } from '../core/ingestion';
import type { SourceTokens } from './source-tokens';

export const INGESTION_HTTP = Symbol('ingestion over HTTP');

/** `read` to look at originals, `replay` to mend, dismiss and replay them. */
export type OperatorMay = 'read' | 'replay';

/** What the controllers need; the composition provides it. */
export interface IngestionHttp {
  readonly ingestion: Ingestion;
  readonly tokens: SourceTokens;
  /** At most so many inputs are read at once, and further senders are told to come again; 32 unless told. */
  readonly maxInputs?: number;
  /** Resolves for a person who may, with the headers of the request. @throws ProblemError `access.*` for anybody else */
  readonly requireOperator: (
    headers: { readonly authorization?: string | undefined; readonly cookie?: string | undefined },
    may: OperatorMay,
  ) => Promise<void>;
}
