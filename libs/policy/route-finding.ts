import { DAY, HOUR, MINUTE, localTime, startOfLocalDay } from '@plumbline/kernel';
import type { Finding, Tier } from '@plumbline/pattern-kit';
import type { PolicyDocument, Recipient, RecipientSelector, RouteRule, SuppressionRule, Transport } from './document';
import { isBetween, minuteOf } from './local-hours';

/** What the policy says shall happen with a finding. */
export interface AlertRoute {
  readonly id: string;
  readonly transports: readonly Transport[];
  readonly notify: readonly RecipientSelector[];
  /** Somebody should have acknowledged by then, counted from the alert's becoming known. */
  readonly respondWithinMinutes: number;
  readonly escalation: RouteRule['escalation'];
}

type Routed = Pick<Finding, 'pattern' | 'subject' | 'domain' | 'route' | 'tier' | 'startedAt'>;

const covers = (rule: SuppressionRule, finding: Routed): boolean =>
  rule.pattern === finding.pattern &&
  rule.clinician === finding.subject.clinician &&
  (rule.patient === undefined || rule.patient === finding.subject.patient) &&
  finding.startedAt >= Date.parse(rule.from) &&
  finding.startedAt < Date.parse(rule.until);

const fits = ({ when }: RouteRule, finding: Routed): boolean =>
  (when.route === undefined || when.route === finding.route) &&
  (when.tiers === undefined || when.tiers.includes(finding.tier)) &&
  (when.domains === undefined || when.domains.includes(finding.domain)) &&
  (when.patterns === undefined || when.patterns.includes(finding.pattern));

/** The route of a finding, or undefined where the policy makes no alert of it: no route fits, or a suppression covers its start. */
export function routeFinding(document: PolicyDocument, finding: Routed): AlertRoute | undefined {
  if (document.suppression?.some((rule) => covers(rule, finding)) === true) return undefined;
  const rule = document.routing.routes.find((candidate) => fits(candidate, finding));
  if (rule === undefined) return undefined;
  const { id, transports, notify, respondWithinMinutes, escalation } = rule;
  return { id, transports, notify, respondWithinMinutes, escalation };
}

/**
 * Those who stand behind selectors for a clinician of a department. A role listed for the department is preferred to the same role
 * listed for all; where `own` finds nobody of the department, the role's general entry is told rather than nobody.
 */
export function recipientsOf(document: PolicyDocument, selectors: readonly RecipientSelector[], department: string): readonly Recipient[] {
  const chosen = new Set<Recipient>();
  for (const selector of selectors) {
    const sameRole = document.routing.recipients.filter(({ role }) => role === selector.role);
    const wanted = selector.department === 'own' ? department : selector.department;
    const ofDepartment = wanted === 'any' ? sameRole : sameRole.filter((recipient) => recipient.department === wanted);
    const general = sameRole.filter((recipient) => recipient.department === undefined);
    for (const recipient of ofDepartment.length > 0 ? ofDepartment : general) chosen.add(recipient);
  }
  return [...chosen];
}

/** A walk through quiet hours ends after a fortnight at the latest, should holidays follow one another without end. */
const LONGEST_WAIT = 14 * DAY;

/**
 * When a notification that is ready at `instant` may be sent: at once, or when the quiet hours are over (minutes are exact,
 * across changes of the clock too). `zone` is the recipient's; quiet hours and the institution's holidays are read in it.
 */
export function deliverAt(document: PolicyDocument, tier: Tier, instant: number, zone = document.institution.zone): number {
  const quiet = document.routing.quietHours;
  if (quiet === undefined || quiet.exceptTiers.includes(tier)) return instant;
  const { holidays } = document.institution;
  const holidayDates = new Set((quiet.onHolidays ? holidays.dates : undefined)?.map(({ date }) => Date.parse(`${date}T00:00:00Z`) / DAY));
  const span = { from: minuteOf(quiet.from), to: minuteOf(quiet.to) };
  let at = instant;
  while (at - instant < LONGEST_WAIT) {
    const { day, minute } = localTime(at, zone);
    if (holidayDates.has(day)) {
      at = startOfLocalDay(day + 1, zone);
    } else if (isBetween(minute, span)) {
      at = nextMinute(at, zone, span.to);
    } else {
      return at;
    }
  }
  return at;
}

/** The first instant after `at` at which local clocks show `minute`, or the first after it where a change of the clock leaves it out. */
function nextMinute(at: number, zone: string, minute: number): number {
  const { day } = localTime(at, zone);
  for (const candidateDay of [day, day + 1]) {
    const midnight = startOfLocalDay(candidateDay, zone);
    const guess = midnight + minute * MINUTE;
    // A changed clock shifts the wall by the difference between what it shows and what was wanted.
    const shown = localTime(guess, zone);
    const shift = shown.day === candidateDay ? (minute - shown.minute) * MINUTE : 0;
    const candidate = guess + shift;
    if (candidate > at) return candidate;
  }
  return at + HOUR;
}
