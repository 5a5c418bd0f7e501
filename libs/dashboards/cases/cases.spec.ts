import { ask, read, signIn, startPlatform, type SpecPlatform } from '../spec-kit/platform';
import { SURGEON, alertRow, insertRows } from '../spec-kit/rows';

let platform: SpecPlatform;
let manager: string;
let director: string;

beforeAll(async () => {
  platform = await startPlatform();
  manager = await signIn(platform, 'risk-manager');
  director = await signIn(platform, 'medical-director');
});

afterAll(() => platform.close());

const RESULT = `{ __typename ... on AlertChanged { alert { id state caseVersion assignee { name } outcome pendingOutcome pendingBy { id } } }
  ... on CaseConflict { message version alert { state } } ... on CommandRefused { code message remedy } ... on NotPermitted { message } ... on NotFound { message } }`;

const command = async (cookie: string, name: string, input: object): Promise<unknown> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return (await read(platform, cookie, `mutation ($input: ${type}!) { ${name}(input: $input) ${RESULT} }`, { input }))[name];
};

describe('A case', () => {
  it('is taken note of, given to somebody, talked about and closed, and its history says so', async () => {
    const alertId = await platform.projector.raise('finding-a', 'awareness');
    expect(await command(manager, 'acknowledgeAlert', { alertId, basedOn: 1 })).toMatchObject({
      alert: { id: alertId, state: 'ACKNOWLEDGED', caseVersion: 2 },
    });
    expect(await command(manager, 'assignAlert', { alertId, basedOn: 2, assignee: 'medical-director' })).toMatchObject({
      alert: { state: 'IN_WORK', assignee: { name: 'Morgan Tallis' } },
    });
    expect(await command(director, 'commentOnAlert', { alertId, basedOn: 3, comment: 'Spoke with her.' })).toMatchObject({
      __typename: 'AlertChanged',
    });
    expect(await command(director, 'recordResponse', { alertId, basedOn: 4, response: 'Was on call.' })).toMatchObject({
      __typename: 'AlertChanged',
    });
    expect(await command(director, 'resolveAlert', { alertId, basedOn: 5, outcome: 'EXPLAINED', rationale: 'On call.' })).toMatchObject({
      alert: { state: 'RESOLVED', outcome: 'EXPLAINED' },
    });
    const { alert } = await read(
      platform,
      manager,
      `{ alert(id: "${alertId}") { ... on Alert { history { kind accepted text actor { id } outcome assignee { id } } } } }`,
    );
    expect((alert as { history: readonly unknown[] }).history).toEqual([
      { kind: 'RAISED', accepted: true, text: null, actor: null, outcome: null, assignee: null },
      { kind: 'ACKNOWLEDGE', accepted: true, text: null, actor: { id: 'risk-manager' }, outcome: null, assignee: null },
      { kind: 'ASSIGN', accepted: true, text: null, actor: { id: 'risk-manager' }, outcome: null, assignee: { id: 'medical-director' } },
      { kind: 'COMMENT', accepted: true, text: 'Spoke with her.', actor: { id: 'medical-director' }, outcome: null, assignee: null },
      { kind: 'RECORD_RESPONSE', accepted: true, text: 'Was on call.', actor: { id: 'medical-director' }, outcome: null, assignee: null },
      { kind: 'RESOLVE', accepted: true, text: 'On call.', actor: { id: 'medical-director' }, outcome: 'EXPLAINED', assignee: null },
    ]);
  });

  it.each(['acknowledge first', 'resolve first'])(
    'takes one of two commands on the same version, and tells the other person what it is now (%s)',
    async (order) => {
      const alertId = await platform.projector.raise(`finding-b ${order}`, 'awareness');
      const commands = [
        () => command(manager, 'acknowledgeAlert', { alertId, basedOn: 1 }),
        () => command(director, 'resolveAlert', { alertId, basedOn: 1, outcome: 'EXPLAINED', rationale: 'Known.' }),
      ];
      if (order === 'resolve first') commands.reverse();
      const answers = await Promise.all(commands.map((give) => give()));
      const names = answers.map((answer) => (answer as { __typename: string }).__typename).sort();
      expect(names).toEqual(['AlertChanged', 'CaseConflict']);
      expect(answers).toContainEqual(expect.objectContaining({ __typename: 'CaseConflict', version: 2 }));
    },
  );

  it('of a high tier is dismissed by two people', async () => {
    const alertId = await platform.projector.raise('finding-c', 'disciplinary');
    expect(await command(manager, 'resolveAlert', { alertId, basedOn: 1, outcome: 'NO_CONCERN', rationale: 'Nothing.' })).toMatchObject({
      alert: { outcome: null, pendingOutcome: 'NO_CONCERN', pendingBy: { id: 'risk-manager' } },
    });
    expect(await command(manager, 'confirmResolution', { alertId, basedOn: 2 })).toMatchObject({
      __typename: 'CommandRefused',
      code: 'case.second-person-required',
    });
    expect(await command(director, 'confirmResolution', { alertId, basedOn: 2 })).toMatchObject({
      alert: { state: 'RESOLVED', outcome: 'NO_CONCERN' },
    });
  });

  it('of another department, or none at all, is not found', async () => {
    await insertRows(platform.store, 'alert_states', [alertRow('C-BBBBBBBBBBBB', { clinician: SURGEON, department: 'Surgery' })]);
    const foreign = await command(director, 'acknowledgeAlert', { alertId: 'C-BBBBBBBBBBBB', basedOn: 1 });
    expect(foreign).toMatchObject({ __typename: 'NotFound' });
    expect(await command(director, 'acknowledgeAlert', { alertId: 'C-ZZZZZZZZZZZZ', basedOn: 1 })).toEqual(foreign);
  });

  it('is not given to a stranger, and takes no more than a hundred commands at once', async () => {
    const alertId = await platform.projector.raise('finding-d', 'awareness');
    expect(await command(manager, 'assignAlert', { alertId, basedOn: 1, assignee: 'nobody' })).toMatchObject({
      code: 'case.unknown-person',
    });
    const inputs = Array.from({ length: 101 }, () => ({ alertId, basedOn: 1 }));
    const query = 'mutation ($inputs: [AcknowledgeAlertInput!]!) { acknowledgeAlerts(inputs: $inputs) { __typename } }';
    expect((await ask(platform, manager, query, { inputs })).codes).toEqual(['BAD_USER_INPUT']);
    expect((await ask(platform, manager, query, { inputs: inputs.slice(0, 1) })).data).toEqual({
      acknowledgeAlerts: [{ __typename: 'AlertChanged' }],
    });
  });
});
