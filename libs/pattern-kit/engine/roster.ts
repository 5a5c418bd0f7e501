import type { DomainEvent } from '@plumbline/events';
import type { RosterState } from '../surroundings';
import { LatestVersions, type Version } from './latest-versions';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A roster as plain data. */
export interface RosterDump {
  readonly shifts: readonly Version<Span>[];
  readonly onCall: readonly Version<Span>[];
}

/** The rows of one kind. They are sorted when they are asked for, because rosters arrive row by row and are read later. */
class Spans {
  private readonly versions = new LatestVersions<Span>();
  private sorted: Span[] | undefined = [];
  private longest = 0;
  firstStart = Infinity;
  lastEnd = -Infinity;

  /** The start of the earliest row that the event added or took away, or undefined where nothing changed. */
  apply(event: DomainEvent, span: Span): number | undefined {
    const change = this.versions.apply(event, () => span);
    if (change === undefined) return undefined;
    this.sorted = undefined;
    if (change.before !== undefined) this.measure(this.versions.entries());
    else if (change.after !== undefined) this.widen(change.after);
    return Math.min(change.before?.start ?? Infinity, change.after?.start ?? Infinity);
  }

  contains(instant: number): boolean {
    this.sorted ??= [...this.versions.entries()].sort((left, right) => left.start - right.start);
    const spans = this.sorted;
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((spans[middle] as Span).start <= instant) low = middle + 1;
      else high = middle;
    }
    for (let index = low - 1; index >= 0; index -= 1) {
      const span = spans[index] as Span;
      if (instant < span.end) return true;
      if (span.start < instant - this.longest) return false;
    }
    return false;
  }

  /** Forgets what was over before an instant, but for the last of it, which says since when there are rows. */
  forgetBefore(instant: number): void {
    const over = [...this.versions.entries()].filter(({ end }) => end < instant);
    const last = over.reduce((latest, span) => (span.end > latest.end ? span : latest), { start: -Infinity, end: -Infinity });
    this.versions.forget((span) => span === last || span.end >= instant);
    this.sorted = undefined;
    this.measure(this.versions.entries());
  }

  dump(): Version<Span>[] {
    return this.versions.dump();
  }

  load(versions: readonly Version<Span>[]): void {
    this.versions.load(versions);
    this.sorted = undefined;
    this.measure(this.versions.entries());
  }

  private measure(spans: Iterable<Span>): void {
    this.firstStart = Infinity;
    this.lastEnd = -Infinity;
    this.longest = 0;
    for (const span of spans) this.widen(span);
  }

  private widen(span: Span): void {
    this.firstStart = Math.min(this.firstStart, span.start);
    this.lastEnd = Math.max(this.lastEnd, span.end);
    this.longest = Math.max(this.longest, span.end - span.start);
  }
}

/**
 * The shifts and on-call rows of one clinician. A roster covers the time from its first shift's start to its last shift's end;
 * outside of that nothing is known and the institution's hours stand in. On-call rows count wherever they lie.
 */
export class Roster {
  private readonly shifts = new Spans();
  private readonly onCall = new Spans();

  /** The instant from which states may have changed, or undefined where none has. */
  apply(event: DomainEvent, kind: 'shift' | 'on-call', span: Span): number | undefined {
    if (kind === 'on-call') return this.onCall.apply(event, span);
    const { firstStart, lastEnd } = this.shifts;
    const touched = this.shifts.apply(event, span);
    if (touched === undefined) return undefined;
    const start = this.shifts.firstStart === firstStart ? Infinity : Math.min(firstStart, this.shifts.firstStart);
    const end = this.shifts.lastEnd === lastEnd ? Infinity : Math.min(lastEnd, this.shifts.lastEnd);
    // Beyond the cover nothing was known; where the cover grows, what lay between becomes "off".
    return Math.min(touched, start, Number.isFinite(end) ? end : touched);
  }

  /** Forgets what was over before an instant for which nobody will ask any more. */
  forgetBefore(instant: number): void {
    this.shifts.forgetBefore(instant);
    this.onCall.forgetBefore(instant);
  }

  dump(): RosterDump {
    return { shifts: this.shifts.dump(), onCall: this.onCall.dump() };
  }

  load({ shifts, onCall }: RosterDump): void {
    this.shifts.load(shifts);
    this.onCall.load(onCall);
  }

  at(instant: number): RosterState {
    if (this.shifts.contains(instant)) return 'on-shift';
    if (this.onCall.contains(instant)) return 'on-call';
    return instant >= this.shifts.firstStart && instant <= this.shifts.lastEnd ? 'off' : 'no-roster';
  }
}
