import { setTimeout } from 'node:timers/promises';
import { ask, signIn, startPlatform, type SpecPlatform } from '../spec-kit/platform';
import { alertRow, findingRow, insertRows } from '../spec-kit/rows';

describe('A finding that is written a moment after its alert', () => {
  let platform: SpecPlatform;
  let manager: string;

  beforeAll(async () => {
    platform = await startPlatform();
    manager = await signIn(platform, 'risk-manager');
  });
  afterAll(() => platform.close());

  const reasonOf = (id: string) => ask(platform, manager, 'query ($id: ID!) { alert(id: $id) { ... on Alert { reason } } }', { id });

  it('is waited for by whoever looks into the alert', async () => {
    await insertRows(platform.store, 'alert_states', [alertRow('C-BBBBBBBBBBBB', { finding_id: 'finding-later' })]);
    const asked = reasonOf('C-BBBBBBBBBBBB');
    await setTimeout(300);
    await insertRows(platform.store, 'finding_revisions', [findingRow('finding-later', { reason: 'Four gifts.' })]);
    const { data, codes } = await asked;
    expect(codes).toEqual([]);
    expect(data).toEqual({ alert: { reason: 'Four gifts.' } });
  });

  it('is not waited for longer than anybody looks', async () => {
    await insertRows(platform.store, 'alert_states', [alertRow('C-CCCCCCCCCCCC', { finding_id: 'finding-never' })]);
    expect((await reasonOf('C-CCCCCCCCCCCC')).codes).toEqual(['INTERNAL_SERVER_ERROR']);
  });
});
