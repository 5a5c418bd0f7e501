import { isZone } from '@plumbline/kernel';
import type { PolicyDocument, RecipientSelector, RouteRule, Routing, SuppressionRule } from '../document';
import type { Path } from '../policy-text';
import type { Fault } from './shape';

/** Whether somebody can be reached over one of the route's transports, whatever the department. */
function checkSelectors(routing: Routing, route: RouteRule, selectors: readonly RecipientSelector[], path: Path): readonly Fault[] {
  return selectors.flatMap((selector, index): readonly Fault[] => {
    const at = [...path, index];
    const sameRole = routing.recipients.filter((recipient) => recipient.role === selector.role);
    if (sameRole.length === 0) {
      const reason = `Nobody is listed for the role ${selector.role}.`;
      return [{ code: 'policy.unknown-recipient', path: at, reason, remedy: 'Add the role under `routing.recipients`.' }];
    }
    const named = selector.department !== 'own' && selector.department !== 'any';
    const fitting = sameRole.filter(({ department }) => !named || department === undefined || department === selector.department);
    if (fitting.length === 0) {
      const reason = `Nobody is listed for the role ${selector.role} in the department ${selector.department}.`;
      return [{ code: 'policy.unknown-recipient', path: at, reason, remedy: 'Add the department under `routing.recipients`.' }];
    }
    return route.transports
      .filter(
        (transport) => !fitting.some((recipient) => ((transport === 'e-mail' ? recipient.emails : recipient.webhooks) ?? []).length > 0),
      )
      .map((transport) => ({
        code: 'policy.unreachable-recipient' as const,
        path: at,
        reason: `The role ${selector.role} has no address for ${transport}.`,
        remedy: `Give it one, or take ${transport} out of the route's transports.`,
      }));
  });
}

function checkRoute(document: PolicyDocument, route: RouteRule, index: number): readonly Fault[] {
  const at: Path = ['routing', 'routes', index];
  const faults = [...checkSelectors(document.routing, route, route.notify, [...at, 'notify'])];
  if (document.routing.routes.findIndex((other) => other.id === route.id) < index) {
    const reason = `Two routes are called ${route.id}.`;
    faults.push({ code: 'policy.repeated-route', path: [...at, 'id'], reason, remedy: 'Give each a name of its own.' });
  }
  let before = 0;
  for (const [level, step] of route.escalation.entries()) {
    faults.push(...checkSelectors(document.routing, route, step.notify, [...at, 'escalation', level, 'notify']));
    if (step.afterMinutes <= before) {
      faults.push({
        code: 'policy.escalation-order',
        path: [...at, 'escalation', level, 'afterMinutes'],
        reason: `The escalation at ${String(step.afterMinutes)} minutes does not come after the one at ${String(before)}.`,
        remedy: 'Order the levels by time; minutes count from the first notification.',
      });
    }
    before = step.afterMinutes;
  }
  for (const [place, pattern] of (route.when.patterns ?? []).entries()) {
    if (Object.hasOwn(document.patterns, pattern)) continue;
    const reason = `The route ${route.id} names ${pattern}, which the policy has no rule for.`;
    faults.push({
      code: 'policy.unknown-pattern',
      path: [...at, 'when', 'patterns', place],
      reason,
      remedy: 'Name a pattern of this policy.',
    });
  }
  return faults;
}

/** Routes after one that fits everything can never be reached. */
function checkReachable(routes: readonly RouteRule[]): readonly Fault[] {
  const catchAll = routes.findIndex((route) => Object.keys(route.when).length === 0);
  if (catchAll === -1 || catchAll === routes.length - 1) return [];
  const reason = `The route ${routes[catchAll]?.id ?? ''} fits everything, so that no route below it is ever asked.`;
  return [
    { code: 'policy.unreachable-route', path: ['routing', 'routes', catchAll + 1], reason, remedy: 'Move the general route to the end.' },
  ];
}

function checkSuppression(document: PolicyDocument, rule: SuppressionRule, index: number): readonly Fault[] {
  const faults: Fault[] = [];
  if (!Object.hasOwn(document.patterns, rule.pattern)) {
    const reason = `Suppression names ${rule.pattern}, which the policy has no rule for.`;
    const path = ['suppression', index, 'pattern'];
    faults.push({ code: 'policy.unknown-pattern', path, reason, remedy: 'Name a pattern of this policy.' });
  }
  if (Date.parse(rule.until) <= Date.parse(rule.from)) {
    const reason = 'The suppression ends before it begins.';
    faults.push({ code: 'policy.empty-span', path: ['suppression', index, 'until'], reason, remedy: 'Write a later end.' });
  }
  return faults;
}

/** Who is told, when and over what; that everybody named can be reached. */
export function checkRouting(document: PolicyDocument): readonly Fault[] {
  const faults: Fault[] = [];
  const quiet = document.routing.quietHours;
  if (quiet?.from === quiet?.to && quiet !== undefined) {
    const reason = 'The quiet hours begin and end at the same time, so they are never.';
    faults.push({
      code: 'policy.quiet-hours',
      path: ['routing', 'quietHours'],
      reason,
      remedy: 'Give two different times or leave them out.',
    });
  }
  for (const [index, { zone }] of document.routing.recipients.entries()) {
    if (zone === undefined || isZone(zone)) continue;
    const reason = `The time zone ${zone} is not known.`;
    const path = ['routing', 'recipients', index, 'zone'];
    faults.push({ code: 'policy.unknown-zone', path, reason, remedy: 'Use an IANA name such as Europe/London.' });
  }
  faults.push(...document.routing.routes.flatMap((route, index) => checkRoute(document, route, index)));
  faults.push(...checkReachable(document.routing.routes));
  faults.push(...(document.suppression ?? []).flatMap((rule, index) => checkSuppression(document, rule, index)));
  return faults;
}
