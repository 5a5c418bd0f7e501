import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENCE } from './browser';
import type { RunningDashboard, SignInAs } from './running-dashboard';

export interface Appearance {
  readonly width: 1440 | 390;
  readonly scheme: 'light' | 'dark';
}

export const DESK: Appearance = { width: 1440, scheme: 'light' };

/** A person's own browser window; what goes wrong in its scripts is kept, so that a test can ask for it. */
export class Visit {
  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    readonly problems: readonly string[],
  ) {}

  static async open(browser: Browser, dashboard: RunningDashboard, { width, scheme }: Appearance = DESK): Promise<Visit> {
    const context = await browser.newContext({
      baseURL: dashboard.address,
      viewport: { width, height: width === 390 ? 844 : 900 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    return new Visit(context, page, problems);
  }

  /** Opens a page as the person, through the sign-in page as everybody does. */
  static async as(who: SignInAs, browser: Browser, dashboard: RunningDashboard, appearance: Appearance = DESK): Promise<Visit> {
    const visit = await Visit.open(browser, dashboard, appearance);
    await visit.page.goto('/');
    await visit.signIn(dashboard.people[who].name, dashboard.people[who].passphrase);
    await visit.page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    return visit;
  }

  async signIn(name: string, passphrase: string): Promise<void> {
    await this.page.getByRole('radio', { name }).click();
    await this.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Goes to a page and waits until its content has come in place of its shape. */
  async goto(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.locator('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root').first().waitFor({ state: 'detached' });
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
