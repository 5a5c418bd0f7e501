import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const DEFAULT = '/usr/bin/chromium';

/** How long a test waits for what a page should show: long, because it is a failure only when it never comes; milliseconds. */
export const PATIENCE = 120_000;

/**
 * A real Chromium, headless. Its place is PLUMBLINE_CHROMIUM, or where Debian puts it.
 * @throws Error where there is none: a dashboard that no browser has shown is not tested, so the tests fail rather than skip.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['PLUMBLINE_CHROMIUM'] ?? DEFAULT;
  if (!existsSync(executablePath)) {
    throw new Error(`There is no Chromium at ${executablePath}; install it (apt-get install chromium) or set PLUMBLINE_CHROMIUM.`);
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
