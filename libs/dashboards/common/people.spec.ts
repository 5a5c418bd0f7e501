import { DAY, isoInstant } from '@plumbline/kernel';
import { read, signIn, startPlatform, type SpecPlatform } from '../spec-kit/platform';
import { NOW, eventRow, insertRows } from '../spec-kit/rows';

let platform: SpecPlatform;
let manager: string;

beforeAll(async () => {
  platform = await startPlatform();
  manager = await signIn(platform, 'risk-manager');
  const seen = (
    person: string,
    name: string,
    roles: readonly string[],
    daysAgo: number,
    departments = ['*'],
  ): ReturnType<typeof eventRow> => {
    const change = { clinician: '', source: 'plumbline/access' };
    return eventRow('access.person-seen', isoInstant(NOW - daysAgo * DAY), { person, name, roles, departments }, change);
  };
  await insertRows(platform.store, 'events', [
    seen('u-17', 'Kim Before', ['auditor'], 40),
    seen('u-17', 'Kim Marsh', ['medical-director', 'auditor'], 2),
    seen('u-18', 'Lee Holm', ['risk-manager'], 120),
    seen('u-19', 'Sam Auer', ['auditor'], 1),
    seen('u-20', 'Jo Lind', ['risk-manager'], 30),
    seen('u-20', 'Jo Lind', ['administrator'], 3),
    seen('u-21', 'Ada Brook', ['risk-manager'], 3),
    seen('u-21', 'Ada Brook', ['risk-manager'], 1, ['Oncology']),
    seen('u-22', 'Eli Frost', ['risk-manager'], 1, ['Oncology', 'Psychiatry']),
    seen('u-23', 'Una Reed', ['risk-manager'], 1, []),
  ]);
});

afterAll(() => platform.close());

const ASSIGN = `mutation ($input: AssignAlertInput!) { assignAlert(input: $input) { __typename
  ... on AlertChanged { alert { assignee { name } } } ... on CommandRefused { code } } }`;

describe('The people to whom a case can be given', () => {
  it('are those who came lately in a role that works on cases, under the name that they came with last', async () => {
    const { people } = await read(platform, manager, '{ people { id name roles departments } }');
    expect(people).toEqual([
      { id: 'risk-manager', name: 'Robin Ashdown', roles: ['RISK_MANAGER'], departments: null },
      { id: 'medical-director', name: 'Morgan Tallis', roles: ['MEDICAL_DIRECTOR'], departments: ['Psychiatry'] },
      { id: 'u-21', name: 'Ada Brook', roles: ['RISK_MANAGER'], departments: ['Oncology'] },
      { id: 'u-22', name: 'Eli Frost', roles: ['RISK_MANAGER'], departments: ['Oncology', 'Psychiatry'] },
      { id: 'u-17', name: 'Kim Marsh', roles: ['MEDICAL_DIRECTOR', 'AUDITOR'], departments: null },
      { id: 'u-23', name: 'Una Reed', roles: ['RISK_MANAGER'], departments: [] },
    ]);
  });

  it('and to nobody else', async () => {
    const alertId = await platform.projector.raise('finding-people', 'awareness');
    const assign = async (assignee: string, basedOn: number): Promise<unknown> =>
      (await read(platform, manager, ASSIGN, { input: { alertId, basedOn, assignee } }))['assignAlert'];
    for (const nobody of ['u-18', 'u-19', 'u-20', 'auditor', 'stranger']) {
      expect(await assign(nobody, 1)).toEqual({ __typename: 'CommandRefused', code: 'case.unknown-person' });
    }
    expect(await assign('u-17', 1)).toEqual({ __typename: 'AlertChanged', alert: { assignee: { name: 'Kim Marsh' } } });
  });

  it('see the department of the alert: nobody is given what would be hidden from him or her', async () => {
    const alertId = await platform.projector.raise('finding-departments', 'awareness');
    const assign = async (assignee: string, alert = alertId): Promise<unknown> =>
      (await read(platform, manager, ASSIGN, { input: { alertId: alert, basedOn: 1, assignee } }))['assignAlert'];
    for (const outside of ['u-21', 'u-23']) {
      expect(await assign(outside)).toEqual({ __typename: 'CommandRefused', code: 'case.outside-departments' });
      // Whoever asks about an alert that is hidden from him or her learns nothing more about it this way.
      expect(await assign(outside, 'no-such-alert')).toEqual(await assign('u-17', 'no-such-alert'));
    }
    expect(await assign('u-22')).toEqual({ __typename: 'AlertChanged', alert: { assignee: { name: 'Eli Frost' } } });
  });
});
