import type { Page } from 'playwright-core';
import { describeAccessibility } from './accessibility';
import { dashboardSuite, firstAlert } from './dashboard-suite';

const suite = dashboardSuite();
const as = suite.as.bind(suite);

const rows = (page: Page) => page.getByRole('table', { name: 'Alerts', exact: true }).getByRole('row');

describe('Signing in', () => {
  it('refuses a wrong passphrase without saying which half was wrong, and lets in the right one', async () => {
    const visit = await suite.open();
    await visit.page.goto('/alerts');
    const { name, passphrase } = suite.dashboard.people['risk manager'];
    await visit.signIn(name, 'aaaa-bbbb-cccc');
    await visit.page.getByRole('alert').getByText('do not belong together').waitFor();
    await visit.signIn(name, passphrase);
    await visit.page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor();
  });

  it('ends the session when the person signs out', async () => {
    const { page } = await as('auditor');
    await page.getByRole('button', { name: 'Person and appearance' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });
});

describe('The overview', () => {
  it('says what needs a person today, and has a table behind its chart', async () => {
    const { page } = await as('risk manager');
    const needs = page.getByRole('region', { name: /Needs a person today|Nobody is waiting/ });
    await needs.waitFor();
    await page.getByRole('heading', { name: 'What cannot be evaluated' }).waitFor();
    const weeks = page.getByRole('region', { name: /^Alerts per week by domain, 26 weeks$/ });
    await weeks.getByRole('img').first().waitFor();
    await weeks.getByText('Table', { exact: true }).click();
    expect(await weeks.getByRole('row').count()).toBe(27);
  });
});

describe('The inbox', () => {
  it('keeps every filter in the address, so that a link can be sent and back works', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto('/alerts');
    await rows(page).nth(1).waitFor();
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: 'Department' }).click();
    await page.getByRole('dialog', { name: 'Department' }).getByRole('checkbox').first().check();
    await page.waitForURL(/department=/);
    const address = page.url();
    await page.goto(address);
    await page.getByRole('button', { name: 'Department, 1 chosen' }).waitFor();
    await page.locator('[data-alert-link="0"]').click();
    await page.getByRole('heading', { name: 'Why' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Department, 1 chosen' }).waitFor();
    expect(page.url()).toBe(address);
  });

  it('is worked by keyboard: j and k move, e acknowledges', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto('/alerts?state=NEW');
    await rows(page).nth(2).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await page.evaluate(`document.activeElement?.getAttribute('data-alert-link')`)).toBe('0');
    await page.keyboard.press('e');
    await page.getByText('Acknowledged', { exact: true }).first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  });

  it('gives support a view of its own, with other words and without tiers', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto('/alerts?view=support');
    await page.getByRole('heading', { level: 1, name: 'Support and wellbeing' }).waitFor();
    const support = page.getByRole('table', { name: 'Requests for support' });
    await support.getByRole('row').nth(1).waitFor();
    expect(await support.getByRole('columnheader', { name: 'Tier' }).count()).toBe(0);
    const titles = await support.locator('[data-alert-link]').allTextContents();
    await visit.goto('/alerts?view=everything');
    await rows(page).nth(1).waitFor();
    for (const title of new Set(titles)) expect(await rows(page).filter({ hasText: title }).count()).toBe(0);
  });
});

describe('An alert', () => {
  it('tells kindly when somebody else was faster, and shows the case as it is now', async () => {
    const first = await as('risk manager');
    const second = await as('risk manager');
    const address = await firstAlert(first, '/alerts?state=NEW');
    for (const visit of [first, second]) {
      await visit.goto(address);
      await visit.page.getByRole('button', { name: 'Acknowledge' }).waitFor();
    }
    await first.page.getByRole('button', { name: 'Acknowledge' }).click();
    await first.page.getByRole('button', { name: 'Acknowledge' }).waitFor({ state: 'detached' });
    await second.page.getByRole('button', { name: 'Acknowledge' }).click();
    await second.page.getByText('Somebody was there before you').waitFor();
    await second.page.getByRole('button', { name: 'Acknowledge' }).waitFor({ state: 'detached' });
  });

  it('shows why, the evidence in lanes and in a table, and never a date-only event at midnight', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto(await firstAlert(visit, '/alerts'));
    await page.getByRole('heading', { name: 'What the policy recommends' }).waitFor();
    const timeline = page.getByRole('region', { name: /^Timeline/ });
    const drawing = timeline.getByRole('group', { name: /arrow keys/ });
    await drawing.press('ArrowRight');
    await timeline
      .getByText(/\((?:Europe|America|Asia|Australia|Africa|Etc)\/|time not recorded/)
      .first()
      .waitFor();
    await timeline.getByText('All', { exact: true }).click();
    await timeline.getByText('Table', { exact: true }).click();
    await timeline.getByRole('row').nth(1).waitFor();
    const times = await timeline.locator('tbody time').allTextContents();
    expect(times.length).toBeGreaterThan(0);
    for (const time of times) expect(time).toMatch(/, \d\d:\d\d \([A-Z][\w+-]*\/?.*\)$|, time not recorded$/);
  });

  it('keeps a comment in the history with who and when', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto(await firstAlert(visit, '/alerts'));
    const words = `The roster of that night was swapped, ${Date.now()}.`;
    await page.getByRole('textbox', { name: 'Comment' }).fill(words);
    await page.getByRole('button', { name: 'Add comment' }).click();
    const entry = page
      .getByRole('list', { name: /History/ })
      .getByRole('listitem')
      .filter({ hasText: words });
    await entry.waitFor();
    expect(await entry.textContent()).toContain(suite.dashboard.people['risk manager'].name);
  });

  it('shows the past under a banner in which nothing can be done', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto('/alerts?asOf=2000-01-01T00:00:00.000Z');
    await page.getByRole('status').getByText('What was known on 1 Jan 2000').waitFor();
    await page.getByText('0 alerts').waitFor();
    await page.getByRole('link', { name: 'Clinicians' }).click();
    await page.waitForURL(/clinicians\?asOf=/);
    await visit.goto('/?asOf=2000-01-01T00:00:00.000Z');
    await page.getByRole('heading', { name: /Alerts per week by domain, 26 weeks up to 1 Jan 2000/ }).waitFor();
    expect(await page.getByText('As of now, not of 1 Jan 2000.').count()).toBe(4);
  });
});

describe('An auditor', () => {
  it('reads an alert and is offered no action', async () => {
    const visit = await as('auditor');
    await visit.goto(await firstAlert(visit, '/alerts?view=everything'));
    await visit.page.getByRole('heading', { name: 'Case' }).waitFor();
    expect(await visit.page.getByRole('group', { name: 'Actions' }).count()).toBe(0);
    expect(await visit.page.getByRole('textbox', { name: 'Comment' }).count()).toBe(0);
  });
});

describe('The other pages', () => {
  it('find a clinician by how the pseudonym begins, from anywhere, with /', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto('/clinicians');
    const chip = page.getByRole('link', { name: /^clinician K-/ }).first();
    const id = ((await chip.getAttribute('aria-label')) ?? '').replace('clinician ', '');
    await visit.goto('/sources');
    await page.keyboard.press('/');
    await page.keyboard.type(id.slice(0, 6).toLowerCase());
    await page.getByRole('option').filter({ hasText: id }).first().click();
    await page.getByRole('heading', { level: 1, name: `Clinician ${id}` }).waitFor();
    await page.getByRole('heading', { name: 'Own past against peers' }).waitFor();
  });

  it('show gifts with running totals, prescribing by month, and the sources', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto('/gifts');
    await page.getByRole('columnheader', { name: 'Same giver, 12 months' }).waitFor();
    await visit.goto('/prescribing');
    const controlled = page.getByRole('region', { name: 'Controlled substances' });
    // The simulated hospital's records begin within the year that is shown, and the last month is not over.
    await page.getByText(/^Nothing was recorded before [A-Z][a-z]{2} \d{4}\.$/).waitFor();
    await controlled.getByText('Table').click();
    await controlled.getByRole('rowheader', { name: /^[A-Z][a-z]{2} \d{4} so far$/ }).waitFor();
    await visit.goto('/sources');
    await page.getByRole('region', { name: 'Sources' }).getByRole('row').nth(1).waitFor();
    await page.getByRole('region', { name: 'Could not be folded' }).getByText('Every event was folded').waitFor();
  });
});

describeAccessibility(() => suite);
