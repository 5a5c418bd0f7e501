import { deserialize, serialize } from 'node:v8';
import { sha256Hex } from '@plumbline/kernel';
import type { PatternDeclaration } from '../declaration';
import type { SurroundingsDump } from './dated';
import type { PairColumns } from './pairs';
import type { RowColumns } from './row-columns';
import type { EvaluationState } from './evaluation';
import type { SealingState } from './sealing';

/** Grows with the form of the snapshot; an older one is discarded and the log read again. */
const FORM = 6;

/** The state of an engine between two events. Judgements are in it: what is sealed cannot be judged again. */
export interface EngineState {
  readonly texts: readonly string[];
  readonly types: readonly string[];
  /** Names that are no pseudonyms. */
  readonly names: readonly string[];
  readonly people: readonly string[];
  readonly pairs: PairColumns;
  readonly rows: RowColumns;
  readonly surroundings: SurroundingsDump;
  readonly sealing: SealingState;
  readonly evaluation: EvaluationState;
}

/** Names the form and the declarations that a snapshot belongs to. */
export const snapshotVersion = (declarations: readonly PatternDeclaration[]): string =>
  sha256Hex(`${String(FORM)} ${JSON.stringify(declarations)}`);

export function writeSnapshot(version: string, state: EngineState): Uint8Array {
  return serialize({ version, state });
}

/** Undefined where the snapshot was made by other declarations or by another form. */
export function readSnapshot(version: string, bytes: Uint8Array): EngineState | undefined {
  const read = deserialize(bytes) as { readonly version: string; readonly state: EngineState };
  return read.version === version ? read.state : undefined;
}
