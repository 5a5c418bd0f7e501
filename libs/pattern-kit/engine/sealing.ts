import { DAY } from '@plumbline/kernel';

/** A fact of the same local day, wherever the day begins, may still change the judgement of one before it. */
const MARGIN = 2 * DAY;

/** When a partition begins to forget. */
export interface Forgetting {
  /** Fewer rows that have grown old are not worth forgetting, and nothing is sealed for them. */
  readonly worthwhileFrom: number;
  /** How many days late an event may be and still change what is found. */
  readonly latestDays: number;
}

const USUAL: Forgetting = { worthwhileFrom: 100_000, latestDays: 400 };
/** Of all rows, one in so many must have grown old since the last time, so that forgetting costs little an event. */
const SHARE = 3;

/** The reason that is given for what came too late. */
export const TOO_LATE = 'it came more than 400 days late: what happened then is judged for good';

/** The state as plain data. */
export interface SealingState {
  readonly sealedBefore: number;
  readonly acceptedFrom: number;
  readonly oldKept: number;
}

/**
 * Up to when everything is judged for good. It moves with the closed days of the log, and only when enough has grown old for memory to gain by it:
 * a small institution that loads a source of years ago has it judged.
 */
export class Sealing {
  /** Judgements before this instant do not change any more. */
  sealedBefore = -Infinity;
  /** What happened before this instant and is learned now changes nothing. */
  acceptedFrom = -Infinity;
  /** Rows that were old the last time and had to be kept. */
  private oldKept = 0;

  private readonly forgetting: Forgetting;

  constructor(forgetting: Partial<Forgetting> = {}) {
    this.forgetting = { ...USUAL, ...forgetting };
  }

  /** Until when could be sealed now that days are closed up to an instant. */
  candidate(closedUntil: number): number {
    return closedUntil - this.forgetting.latestDays * DAY - MARGIN;
  }

  /** Whether enough rows have grown old. */
  isWorthwhile(old: number, rows: number): boolean {
    return old - this.oldKept >= Math.max(this.forgetting.worthwhileFrom, rows / SHARE);
  }

  /** Seals what was before an instant. */
  seal(before: number): void {
    this.sealedBefore = before;
    this.acceptedFrom = before + MARGIN;
  }

  /** How many old rows were kept. */
  keep(old: number): void {
    this.oldKept = old;
  }

  dump(): SealingState {
    return { sealedBefore: this.sealedBefore, acceptedFrom: this.acceptedFrom, oldKept: this.oldKept };
  }

  load({ sealedBefore, acceptedFrom, oldKept }: SealingState): void {
    this.sealedBefore = sealedBefore;
    this.acceptedFrom = acceptedFrom;
    this.oldKept = oldKept;
  }
}
