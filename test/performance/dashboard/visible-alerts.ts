import { setTimeout } from 'node:timers/promises';
import { quantile, type Figure } from '../figures';
import { LONGEST_MILLISECONDS, clinicianOf, probe } from './probes';
import type { Ask, SignedIn } from './signed-in';

/** The middle and the ninety-ninth hundredth of some durations. */
export const inMilliseconds = (values: readonly number[]): string =>
  `p50 ${quantile(values, 0.5).toFixed(1)} ms, p99 ${quantile(values, 0.99).toFixed(1)} ms`;

const VISIBLE = 'query ($clinician: ID!) { alerts(filter: { clinician: $clinician }, first: 1) { totalCount } }';

/** Whether the list of alerts shows the one of a report now. */
async function isVisible(ask: Ask, number: number): Promise<boolean> {
  const { alerts } = await ask<{ alerts: { totalCount: number } }>(VISIBLE, { clinician: clinicianOf(number) });
  return alerts.totalCount > 0;
}

/** Asks over HTTP, again and again, until the list of alerts shows the one of a report; milliseconds from now on. */
async function untilVisible(ask: Ask, number: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    if (await isVisible(ask, number)) return performance.now() - started;
    if (performance.now() - started > LONGEST_MILLISECONDS) throw new Error('an alert did not become visible within thirty seconds');
  }
}

/** How soon a person is told of alerts and, of others, how soon the list shows them to somebody who asks for them again and again; milliseconds. */
export interface Delays {
  readonly told: readonly number[];
  readonly shown: readonly number[];
}

const PROBE_EVERY_MILLISECONDS = 50;

/**
 * Sends reports that each make an alert, one after the other; the odd ones are listened for and the even ones asked for. Asking costs the same
 * cores as everything else, so it delays what it waits for.
 * @param send resolves once the report is acknowledged, from where on is counted.
 * @param enough ends it early.
 * @throws Error where somebody was told of an alert that the list does not show.
 */
export async function delaysOf(
  { ask, told }: SignedIn,
  probes: number,
  send: (report: string) => Promise<unknown>,
  enough = (): boolean => false,
): Promise<Delays> {
  const delays = { told: [] as number[], shown: [] as number[] };
  for (let number = 0; number < probes * 2 && !enough(); number += 1) {
    await send(probe(number));
    if (number % 2 === 0) delays.shown.push(await untilVisible(ask, number));
    else {
      delays.told.push(await told.until(number));
      if (!(await isVisible(ask, number))) throw new Error('somebody was told of an alert that the list does not show');
    }
    await setTimeout(PROBE_EVERY_MILLISECONDS);
  }
  return delays;
}

/** The words that go with {@link alertFigures}. */
export const HOW_SEEN =
  'Half of the alerts are waited for over the subscription that the dashboard keeps open, and the list is then asked for once and has to show it; the other half is asked for over HTTP again and again, which takes its share of the cores.';

/**
 * @param since what is counted from, in words.
 * @param rate events a second that were taken in meanwhile.
 * @param asked for so many.
 * @param goal milliseconds at the ninety-ninth hundredth.
 */
export function alertFigures({ told, shown }: Delays, since: string, rate: number, asked: number, goal: number): readonly Figure[] {
  const perSecond = (events: number): string => `${Math.round(events).toLocaleString('en-GB')} events/s`;
  const figure = (what: string, delays: readonly number[]): Figure => ({
    what: `${what} after the ${since}, at ${perSecond(rate)}`,
    measured: `${inMilliseconds(delays)} of ${String(delays.length)}`,
    comparedWith: `${perSecond(asked)} asked for`,
    value: quantile(delays, 0.99),
    unit: ' ms',
    goal: { atMost: goal },
  });
  return [
    figure('told of an alert through GraphQL, which is in the list then,', told),
    figure('alert found in the list by asking again and again,', shown),
  ];
}
