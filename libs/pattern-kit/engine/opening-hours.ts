import { localTime } from '@plumbline/kernel';
import type { PolicyView } from '../surroundings';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The institution's hours, asked of each policy once a day and not once a message. */
export class OpeningHours {
  private policy: PolicyView | undefined;
  private days: (readonly Span[] | undefined)[] = [];
  private readonly known = new Map<PolicyView, (readonly Span[] | undefined)[]>();

  /** Whether an instant lies within the hours that a policy gives for its local day. */
  areOpen(policy: PolicyView, instant: number, zone: string): boolean {
    const { day, weekday, minute } = localTime(instant, zone);
    for (const { from, to } of this.spansOn(policy, day, weekday)) if (minute >= from && minute < to) return true;
    return false;
  }

  private spansOn(policy: PolicyView, day: number, weekday: number): readonly Span[] {
    // Days before 1970 have no place in an array; hardly any event is of them.
    if (day < 0) return policy.hoursOn(day, weekday);
    if (policy !== this.policy) {
      this.policy = policy;
      this.days = this.known.get(policy) ?? [];
      this.known.set(policy, this.days);
    }
    let spans = this.days[day];
    if (spans === undefined) {
      spans = policy.hoursOn(day, weekday);
      this.days[day] = spans;
    }
    return spans;
  }
}
