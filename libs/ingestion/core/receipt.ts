import type { Problem } from '@plumbline/kernel';
import type { Format } from './formats';

/** One record that was not taken over, and why. */
export interface ReceiptIssue {
  readonly quarantineId: string;
  readonly place: string;
  readonly code: Problem['code'];
  readonly reason: string;
  readonly remedy: string;
}

/**
 * What became of an input. Whoever holds a receipt may forget what it sent: accepted events are durable in the log, and
 * everything else is durable in quarantine. records = accepted + repeated + conflicts + quarantined + context + unchanged + nil,
 * plus the events that a register snapshot derives from entries that vanished.
 */
export interface Receipt {
  readonly source: string;
  readonly format: Format;
  readonly records: number;
  readonly accepted: number;
  /** Already accepted earlier with the same content. */
  readonly repeated: number;
  /** Another content under an id that was accepted earlier; the first one stays, this one is in quarantine. */
  readonly conflicts: number;
  readonly quarantined: number;
  /** Kept for lookup: a medication, a practitioner, an organisation, a patient. */
  readonly context: number;
  /** Register entries that stand as they stood before. */
  readonly unchanged: number;
  /** Rows that say that there is nothing to declare. */
  readonly nil: number;
  /** Earlier records that waited in quarantine for something that this input brought. */
  readonly released: number;
  /** Accepted events by type. */
  readonly byType: Readonly<Record<string, number>>;
  /** When the newest accepted event happened, UTC milliseconds; what is planned may lie ahead. */
  readonly newestAt?: number;
  /** Quarantined records and conflicts by code. */
  readonly byCode: Readonly<Record<string, number>>;
  /** The first hundred. */
  readonly issues: readonly ReceiptIssue[];
  readonly issuesLeftOut: number;
}

const MAX_ISSUES = 100;

export class Tally {
  readonly counts = { records: 0, accepted: 0, repeated: 0, conflicts: 0, quarantined: 0, context: 0, unchanged: 0, nil: 0, released: 0 };
  private readonly types = new Map<string, number>();
  private readonly codes = new Map<string, number>();
  private readonly issues: ReceiptIssue[] = [];
  private leftOut = 0;
  private newestAt = Number.NEGATIVE_INFINITY;

  /** `occurredAt` in UTC milliseconds. */
  accept(type: string, occurredAt: number): void {
    this.newestAt = Math.max(this.newestAt, occurredAt);
    this.counts.accepted += 1;
    this.types.set(type, (this.types.get(type) ?? 0) + 1);
  }

  issue(issue: ReceiptIssue): void {
    this.codes.set(issue.code, (this.codes.get(issue.code) ?? 0) + 1);
    if (this.issues.length < MAX_ISSUES) this.issues.push(issue);
    else this.leftOut += 1;
  }

  receipt(source: string, format: Format): Receipt {
    return {
      source,
      format,
      ...this.counts,
      byType: Object.fromEntries([...this.types].sort(([left], [right]) => left.localeCompare(right))),
      byCode: Object.fromEntries([...this.codes].sort(([left], [right]) => left.localeCompare(right))),
      issues: this.issues,
      issuesLeftOut: this.leftOut,
      ...(Number.isFinite(this.newestAt) ? { newestAt: this.newestAt } : {}),
    };
  }
}
