import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import type { RunningDashboard } from './running-dashboard';
import { Visit, type Appearance } from './visit';

const APPEARANCES: readonly Appearance[] = [
  { width: 1440, scheme: 'light' },
  { width: 1440, scheme: 'dark' },
  { width: 390, scheme: 'dark' },
  { width: 390, scheme: 'light' },
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
/** Pixels that a finger needs; half a pixel is forgiven to rounding. */
const FINGER = 43.5;

/** What axe finds against WCAG 2.1 AA: rule, place and reason. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
}

/** Buttons and fields that are lower than a finger needs. */
function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(`[...document.querySelectorAll('main button, header button, main input[type=text], main label.mantine-SegmentedControl-label')]
    .filter((element) => { const { width, height } = element.getBoundingClientRect(); return width > 0 && height > 0 && height < ${FINGER} && getComputedStyle(element).visibility === 'visible'; })
    .map((element) => element.tagName + ' ' + (element.getAttribute('aria-label') ?? element.textContent))`);
}

/** Resolves when the colours of the new appearance are drawn and nothing fades any more: what is half way between two has no contrast. */
function atRest(page: Page): Promise<void> {
  return page.evaluate(`new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() =>
    Promise.allSettled(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity).map(({ finished }) => finished))).then(() => undefined)`);
}

function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(`document.documentElement.scrollWidth - window.innerWidth`);
}

/** Looks at one page in every appearance without loading it again. */
async function lookAtAll(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { width, scheme } of APPEARANCES) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
    await atRest(page);
    const at = `${width} ${scheme}`;
    found.push(...(await violationsOf(page)).map((each) => `${at}: ${each}`));
    if ((await sidewaysPixels(page)) > 0) found.push(`${at}: the page scrolls sideways`);
    if (width === 390) found.push(...(await tooSmall(page)).map((each) => `${at}: too small for a finger: ${each}`));
  }
  return found;
}

/** Accessibility of every page, at two widths and in both colour schemes. */
export function describeAccessibility(running: () => { readonly browser: Browser; readonly dashboard: RunningDashboard }): void {
  describe('Every page at 1440 and 390 pixels, light and dark', () => {
    let visit: Visit;
    beforeAll(async () => {
      const { browser, dashboard } = running();
      visit = await Visit.as('risk manager', browser, dashboard);
    });
    afterAll(() => visit.close());

    const hrefOf = async (list: string, selector: string): Promise<string> => {
      await visit.goto(list);
      const link = visit.page.locator(selector).first();
      await link.waitFor();
      return (await link.getAttribute('href')) ?? '';
    };
    const pages: readonly (readonly [name: string, path: () => Promise<string>])[] = [
      ['the overview', () => Promise.resolve('/')],
      ['the inbox', () => Promise.resolve('/alerts')],
      ['the view of support', () => Promise.resolve('/alerts?view=support')],
      ['an alert', () => hrefOf('/alerts', '[data-alert-link="0"]')],
      ['the clinicians', () => Promise.resolve('/clinicians')],
      ['a clinician', () => hrefOf('/clinicians', 'a[aria-label^="clinician K-"]')],
      ['the gifts', () => Promise.resolve('/gifts')],
      ['prescribing', () => Promise.resolve('/prescribing')],
      ['the sources', () => Promise.resolve('/sources')],
      ['a page that does not exist', () => Promise.resolve('/nowhere')],
    ];
    it.each(pages)('%s keeps WCAG 2.1 AA, fits its width and can be worked by a finger', async (_name, path) => {
      await visit.goto(await path());
      expect(await lookAtAll(visit.page)).toEqual([]);
    });

    it('would notice grey on grey, a button without a name, a wide page and a small button', async () => {
      await visit.goto('/nowhere');
      await visit.page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend',
        '<p style="color:#aaa;background:#bbb">pale</p><button style="height:12px"></button><div style="width:2000px">wide</div>')`);
      const found = (await lookAtAll(visit.page)).join('\n');
      expect(found).toContain('color-contrast');
      expect(found).toContain('button-name');
      expect(found).toContain('scrolls sideways');
      expect(found).toContain('too small for a finger');
    });
  });

  describe('The sign-in page', () => {
    it('keeps WCAG 2.1 AA at both widths and in both schemes', async () => {
      const { browser, dashboard } = running();
      const visit = await Visit.open(browser, dashboard);
      await visit.goto('/');
      await visit.page.getByLabel('Passphrase', { exact: true }).waitFor();
      const found = await lookAtAll(visit.page);
      await visit.close();
      expect(found).toEqual([]);
    });
  });
}
