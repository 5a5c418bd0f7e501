import type { StreamNeed } from '../declaration';
import { widened } from './columns';
import type { Streams } from './context';

interface Seen {
  anybody: number;
  /** By the clinician's number. */
  clinicians: Int32Array<ArrayBuffer>;
}

/** How often the records of a type were seen, as plain data. */
export type StreamCount = readonly [type: string, anybody: number, clinicians: Int32Array];

/** Counts the records that stand for a stream, per clinician and for anybody, so that its absence is noticed. */
export class StreamsSeen implements Streams {
  private readonly byType = new Map<string, Seen>();

  /** By type: for anybody, and by the clinician's number. */
  dump(): readonly StreamCount[] {
    return [...this.byType].map(([type, { anybody, clinicians }]) => [type, anybody, clinicians]);
  }

  load(counts: readonly StreamCount[]): void {
    for (const [type, anybody, clinicians] of counts) this.byType.set(type, { anybody, clinicians: new Int32Array(clinicians) });
  }

  seen(need: StreamNeed, clinician: number): boolean {
    for (const { type } of need.from) {
      const seen = this.byType.get(type);
      if (seen !== undefined && (need.seenFor === 'anybody' ? seen.anybody : (seen.clinicians[clinician] ?? 0)) > 0) return true;
    }
    return false;
  }

  /** Adds or takes away one record; what of the answers of `seen` may have changed with it. */
  add(type: string, clinician: number, change: 1 | -1): 'nothing' | 'clinician' | 'anybody' {
    let seen = this.byType.get(type);
    if (seen === undefined) {
      seen = { anybody: 0, clinicians: new Int32Array(64) };
      this.byType.set(type, seen);
    }
    while (clinician >= seen.clinicians.length) seen.clinicians = widened(seen.clinicians);
    const own = seen.clinicians[clinician] as number;
    const any = seen.anybody;
    seen.clinicians[clinician] = own + change;
    seen.anybody = any + change;
    if (any === 0 || any + change === 0) return 'anybody';
    return own === 0 || own + change === 0 ? 'clinician' : 'nothing';
  }
}
