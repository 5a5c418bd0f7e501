import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';

interface Shot {
  readonly file: string;
  readonly path: string;
  readonly width: 1440 | 390;
  readonly scheme: 'light' | 'dark';
  /** Opens the first alert of the list that `path` shows. */
  readonly firstAlert?: boolean;
  /** Goes on from there to the clinician's profile. */
  readonly clinician?: boolean;
}

/** What the README shows. Only of the simulated hospital: nobody in it is real. */
const SHOTS: readonly Shot[] = [
  { file: 'overview.png', path: '/', width: 1440, scheme: 'light' },
  { file: 'alerts.png', path: '/alerts', width: 1440, scheme: 'light' },
  {
    file: 'alert.png',
    path: '/alerts?view=everything&pattern=repeated-after-hours-contact',
    width: 1440,
    scheme: 'light',
    firstAlert: true,
  },
  { file: 'alert-dark.png', path: '/alerts?view=everything&pattern=five-stage-slope', width: 1440, scheme: 'dark', firstAlert: true },
  {
    file: 'alert-phone.png',
    path: '/alerts?view=everything&pattern=repeated-after-hours-contact',
    width: 390,
    scheme: 'light',
    firstAlert: true,
  },
  {
    file: 'clinician.png',
    path: '/alerts?view=everything&pattern=five-stage-slope',
    width: 1440,
    scheme: 'light',
    firstAlert: true,
    clinician: true,
  },
  { file: 'support.png', path: '/alerts?view=support', width: 1440, scheme: 'light' },
  { file: 'sources.png', path: '/sources', width: 1440, scheme: 'light' },
];
const USAGE = 'Usage: node dist/tools/screenshots.js ADDRESS PERSON PASSPHRASE, as the platform printed them when it started.';

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root').first().waitFor({ state: 'detached' });
}

/** Takes every picture from a running platform into docs/screenshots. */
async function main(): Promise<void> {
  const [address, person, passphrase] = process.argv.slice(2);
  if (address === undefined || person === undefined || passphrase === undefined) throw new Error(USAGE);
  const directory = join(resolve(__dirname, '..', '..'), 'docs', 'screenshots');
  mkdirSync(directory, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env['PLUMBLINE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--headless', '--disable-gpu'],
  });
  try {
    const context = await browser.newContext({ baseURL: address, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await context.request.post('/auth/sign-in', { data: { person, passphrase } });
    for (const { file, path, width, scheme, firstAlert = false, clinician = false } of SHOTS) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 960 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(path);
      await settled(page);
      if (firstAlert) {
        await page.locator('[data-alert-link="0"]').click();
        await page.getByRole('heading', { name: 'Why', exact: true }).waitFor();
      }
      if (clinician) {
        await page.locator('main a[href*="/clinicians/K-"]').first().click();
        await page.waitForURL('**/clinicians/**');
      }
      await settled(page);
      await page.screenshot({ path: join(directory, file) });
      process.stdout.write(`docs/screenshots/${file}\n`);
    }
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
