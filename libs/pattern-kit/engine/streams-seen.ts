import type { StreamNeed } from '../declaration';
import type { Streams } from './context';

/** Counts the records that stand for a stream, per clinician and for anybody, so that its absence is noticed. */
export class StreamsSeen implements Streams {
  private readonly counts = new Map<string, number>();

  seen(need: StreamNeed, clinician: string): boolean {
    return need.from.some(({ type }) => (this.counts.get(need.seenFor === 'anybody' ? type : `${type} ${clinician}`) ?? 0) > 0);
  }

  /** Adds or takes away one record; true where the answer of `seen` may have changed for the clinician, or for anybody. */
  add(type: string, clinician: string, change: 1 | -1): { readonly clinician: boolean; readonly anybody: boolean } {
    return { clinician: this.count(`${type} ${clinician}`, change), anybody: this.count(type, change) };
  }

  private count(name: string, change: 1 | -1): boolean {
    const before = this.counts.get(name) ?? 0;
    this.counts.set(name, before + change);
    return before === 0 || before + change === 0;
  }
}
