import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { startDashboard, type RunningDashboard, type SignInAs } from './running-dashboard';
import { Visit } from './visit';

/** What the specifications of a file share: one browser and one running dashboard, from the first specification to the last. */
export interface DashboardSuite {
  readonly browser: Browser;
  readonly dashboard: RunningDashboard;
  /** Somebody's window, signed in; it is closed after the specification, which fails where a script of the page failed. */
  as(who: SignInAs): Promise<Visit>;
  /** A window in which nobody has signed in yet. */
  open(): Promise<Visit>;
}

/** Called once at the head of a file. */
export function dashboardSuite(): DashboardSuite {
  jest.setTimeout(900_000);
  let dashboard: RunningDashboard | undefined;
  let browser: Browser | undefined;
  const stops: (() => Promise<void>)[] = [];
  const visits: Visit[] = [];

  beforeAll(async () => {
    const launched = await launchBrowser();
    stops.push(() => launched.close());
    const started = await startDashboard();
    stops.push(() => started.stop());
    [browser, dashboard] = [launched, started];
  });
  afterAll(async () => {
    for (const stop of stops.reverse()) await stop();
  });
  afterEach(async () => {
    const problems = visits.flatMap((visit) => visit.problems);
    await Promise.all(visits.splice(0).map((visit) => visit.close()));
    expect(problems).toEqual([]);
  });

  const running = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('asked for before the first specification');
    return part;
  };
  const kept = (visit: Visit): Visit => {
    visits.push(visit);
    return visit;
  };
  return {
    get browser() {
      return running(browser);
    },
    get dashboard() {
      return running(dashboard);
    },
    async as(who) {
      return kept(await Visit.as(who, this.browser, this.dashboard));
    },
    async open() {
      return kept(await Visit.open(this.browser, this.dashboard));
    },
  };
}

/** The address of the first alert of a view. */
export async function firstAlert(visit: Visit, path: string): Promise<string> {
  await visit.goto(path);
  const link = visit.page.locator('[data-alert-link="0"]');
  await link.waitFor();
  return (await link.getAttribute('href')) ?? '';
}
