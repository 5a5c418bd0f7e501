import type { StoredEvent } from '@plumbline/events';
import { ProblemError, type Problem } from '@plumbline/kernel';

/** A record that could not be taken in. */
export interface QuarantineEntry {
  readonly id: string;
  readonly state: 'open' | 'replayed' | 'dismissed';
  readonly problems: readonly Problem[];
  readonly place: string;
  readonly source: string;
  readonly format: string;
  /** UTC milliseconds. */
  readonly receivedAt: number;
  readonly settledAt: number | undefined;
}

export interface QuarantineSearch {
  readonly state?: QuarantineEntry['state'];
  readonly code?: Problem['code'];
  readonly source?: string;
  readonly after?: string;
  readonly limit?: number;
}

/** What a record would become. */
export interface QuarantinePreview {
  readonly events: readonly StoredEvent[];
  readonly problems: readonly Problem[];
}

type Maybe<Value> = Value | Promise<Value>;

/**
 * What the dashboard asks of quarantine; the desk of `libs/ingestion` answers it. Unknown ids are ProblemErrors `quarantine.unknown`. Where it
 * is kept by another process and that does not answer, everything is a ProblemError `quarantine.unreachable`.
 */
export interface QuarantinePort {
  /** In the order of arrival. */
  list(search?: QuarantineSearch): Maybe<readonly QuarantineEntry[]>;
  counts(): Maybe<readonly { readonly source: string; readonly code: string; readonly open: number }[]>;
  show(id: string): Maybe<QuarantineEntry & { readonly original: Uint8Array }>;
  mend(id: string, bytes: Uint8Array): Maybe<unknown>;
  preview(id: string, bytes: Uint8Array | undefined): Maybe<QuarantinePreview>;
  replay(
    id: string,
  ): Promise<
    { readonly outcome: 'replayed'; readonly receipt: object } | { readonly outcome: 'still-open'; readonly problems: readonly Problem[] }
  >;
}

export const isUnreachable = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.code === 'quarantine.unreachable';

/** The name under which quarantine is injected. */
export const QUARANTINE = Symbol('quarantine');
