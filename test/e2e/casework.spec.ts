import { isoInstant } from '@plumbline/kernel';
import type { Page } from 'playwright-core';
import { dashboardSuite, firstAlert } from './dashboard-suite';
import { LIVE_SOURCE } from './running-dashboard';

const suite = dashboardSuite();
const as = suite.as.bind(suite);

const history = (page: Page) => page.getByRole('list', { name: /History/ }).getByRole('listitem');
const choose = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

/** A report that asks for support: a clinician tells of an advance by a patient. */
const report = (number: number, category = 'romantic-advance-by-patient'): object => ({
  specversion: '1.0',
  id: `live-${number}`,
  source: LIVE_SOURCE,
  type: 'incidents.reported',
  time: isoInstant(Date.now() - 60_000),
  timezone: 'Europe/London',
  data: {
    clinician: `K-${String(number).padStart(12, '0')}`,
    patient: `P-${String(number).padStart(12, '0')}`,
    category,
    severity: 'moderate',
    reportedBy: 'clinician',
  },
});

describe('An open inbox', () => {
  it('counts an alert that arrives, and shows it when it is asked to', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto('/alerts?view=support');
    const rows = page.getByRole('table', { name: 'Requests for support' }).getByRole('row');
    await rows.nth(1).waitFor();
    expect(await page.getByRole('button', { name: /new request/ }).count()).toBe(0);
    await suite.dashboard.deliver(report(1));
    await page.getByRole('button', { name: /1 new request/ }).click();
    await rows.filter({ hasText: 'K-000000000001' }).waitFor();
  });

  it('acknowledges and assigns several alerts at once', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto('/alerts?state=NEW');
    const boxes = page.getByRole('checkbox', { name: /^Select (?!all)/ });
    await boxes.nth(1).waitFor();
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    const bulk = page.getByRole('region', { name: 'Bulk actions' });
    await bulk.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByText('Acknowledged: 2 alerts').waitFor();
    await visit.goto('/alerts?view=unassigned');
    await boxes.nth(1).waitFor();
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await bulk.getByRole('button', { name: 'Assign' }).click();
    const dialog = page.getByRole('dialog', { name: 'Assign 2 alerts' });
    await dialog.getByRole('radio', { name: new RegExp(suite.dashboard.people['risk manager'].name) }).check();
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await page.getByText(/: 2 alerts$/).waitFor();
  });
});

describe('A case', () => {
  it('sleeps until it gets worse, a week at most', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto(await firstAlert(visit, '/alerts?state=NEW'));
    await choose(page, 'Snooze until worse');
    const dialog = page.getByRole('dialog', { name: 'Snooze until worse' });
    await dialog.getByRole('radio', { name: 'Until it gets worse, a week at most' }).check();
    await dialog.getByRole('button', { name: 'Snooze' }).click();
    await page.getByText('Asleep until worse').first().waitFor();
    await history(page)
      .filter({ hasText: /until .* at the latest/ })
      .first()
      .waitFor();
  });

  it('of a high tier is dismissed by two people, and can be reopened with a reason', async () => {
    const director = await as('medical director');
    const address = await firstAlert(director, '/alerts?tier=GUIDED_PLAN&view=everything');
    const manager = await as('risk manager');
    await manager.goto(address);
    await choose(manager.page, 'Resolve with an outcome');
    const resolving = manager.page.getByRole('dialog', { name: 'Resolve with an outcome' });
    await resolving.getByRole('radio', { name: 'No concern' }).check();
    await resolving.getByRole('textbox', { name: 'Why' }).fill('The roster shows that these nights were swapped.');
    await resolving.getByRole('button', { name: 'Resolve' }).click();
    await manager.page.getByText('a second person').waitFor();
    expect(await manager.page.getByRole('button', { name: 'Confirm the outcome' }).count()).toBe(0);
    await director.goto(address);
    await director.page.getByRole('button', { name: 'Confirm the outcome' }).click();
    await director.page.getByRole('button', { name: 'Reopen' }).click();
    const reopening = director.page.getByRole('dialog', { name: 'Reopen' });
    await reopening.getByRole('textbox', { name: 'Why' }).fill('A further message came to light.');
    await reopening.getByRole('button', { name: 'Reopen' }).click();
    await history(director.page).filter({ hasText: 'A further message came to light.' }).waitFor();
    await director.page.getByRole('button', { name: 'More' }).waitFor();
  });

  it('keeps what the clinician says', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto(await firstAlert(visit, '/alerts'));
    await page.getByText('Clinician’s response', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Clinician’s response' }).fill('I covered the ward of a colleague that week.');
    await page.getByRole('button', { name: 'Record response' }).click();
    await history(page).filter({ hasText: 'I covered the ward of a colleague that week.' }).waitFor();
  });
});

describe('A record that cannot be taken in', () => {
  it('waits in quarantine, is mended, shows what it would become, and is there once it is replayed', async () => {
    await suite.dashboard.deliver(report(2, 'rumour'));
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto(`/sources?source=${LIVE_SOURCE}`);
    const records = page.getByRole('region', { name: 'Quarantined records' });
    await records
      .getByRole('row')
      .filter({ hasText: LIVE_SOURCE })
      .getByRole('button', { name: /^Open the record/ })
      .click();
    const drawer = page.getByRole('dialog', { name: 'Record in quarantine' });
    await drawer.getByRole('region', { name: 'Original' }).getByText('rumour').waitFor();
    expect(await drawer.getByText('incidents.reported · ').count()).toBe(0);
    const mend = drawer.getByRole('textbox', { name: 'Mend' });
    await mend.fill((await mend.inputValue()).replace('rumour', 'romantic-advance-by-patient'));
    await drawer.getByText('category: romantic-advance-by-patient').waitFor();
    await drawer.getByRole('button', { name: 'Replay the mended text' }).click();
    await page.getByText('It became 1 event.').waitFor();
    await page.getByText('No record is in this state').waitFor();
    await page.getByText('Replayed', { exact: true }).click();
    await records
      .getByRole('row')
      .filter({ hasText: LIVE_SOURCE })
      .getByText(/^replayed/)
      .waitFor();
    await visit.goto('/alerts?view=support');
    await page.getByRole('row').filter({ hasText: 'K-000000000002' }).waitFor();
  });
});

describe('While the platform is away', () => {
  it('a page keeps what it shows, says since when it is stale, and recovers by itself', async () => {
    const visit = await as('risk manager');
    const { page } = visit;
    await visit.goto('/');
    const needs = page.getByRole('region', { name: /Needs a person today|Nobody is waiting/ });
    await needs.waitFor();
    const line = page.getByRole('banner');
    await line.getByText(/^Events up to/).waitFor();
    await page.context().setOffline(true);
    await line.getByText(/^Stale since/).waitFor();
    expect(await needs.isVisible()).toBe(true);
    await page.context().setOffline(false);
    await line.getByText(/^Events up to/).waitFor();
    expect(await line.getByText(/^Stale since/).count()).toBe(0);
  });
});
