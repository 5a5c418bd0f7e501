import type { FoldedStretch } from '../folded-partition';
import type { PackedRecords } from './packed-records';

/** What a thread that folds is started with. */
export interface FoldThreadData {
  readonly foldVersion: string;
}

/** `folds` numbers the folds of a partition: while tables are filled anew there are two of one partition. */
export type FoldRequest =
  | { readonly what: 'empty'; readonly folds: number; readonly partition: number }
  | { readonly what: 'restore'; readonly folds: number; readonly partition: number; readonly position: number; readonly sealed: Uint8Array }
  | { readonly what: 'fold'; readonly folds: number; readonly records: PackedRecords }
  | { readonly what: 'fold-again'; readonly folds: number; readonly records: PackedRecords }
  | { readonly what: 'seal'; readonly folds: number; readonly position: number }
  | { readonly what: 'drop'; readonly folds: number };

/** For each request what is answered; nothing for those that are not named. */
export interface FoldAnswers {
  readonly restore: 'restored' | 'unusable' | 'refused';
  readonly fold: FoldedStretch;
  readonly seal: { readonly sealed: Uint8Array; readonly milliseconds: number };
}
