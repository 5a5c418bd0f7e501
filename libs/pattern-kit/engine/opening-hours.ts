import { localTime } from '@plumbline/kernel';
import type { PolicyView } from '../surroundings';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The institution's hours, asked of each policy once a day and not once a message. Most questions are about the day of the question before. */
export class OpeningHours {
  private policy: PolicyView | undefined;
  private day = Number.NaN;
  private spans: readonly Span[] = [];
  private readonly known = new Map<PolicyView, Map<number, readonly Span[]>>();

  /** Whether an instant lies within the hours that a policy gives for its local day. */
  areOpen(policy: PolicyView, instant: number, zone: string): boolean {
    const { day, weekday, minute } = localTime(instant, zone);
    if (day !== this.day || policy !== this.policy) {
      this.spans = this.spansOn(policy, day, weekday);
      this.policy = policy;
      this.day = day;
    }
    for (const { from, to } of this.spans) if (minute >= from && minute < to) return true;
    return false;
  }

  private spansOn(policy: PolicyView, day: number, weekday: number): readonly Span[] {
    const days = this.known.get(policy) ?? new Map<number, readonly Span[]>();
    this.known.set(policy, days);
    const spans = days.get(day) ?? policy.hoursOn(day, weekday);
    days.set(day, spans);
    return spans;
  }
}
