import { alertStatesFrom, type AlertState } from '@plumbline/cases';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket, type ClientOptions } from 'ws';
import { AlertBroadcast } from '../alerts/alert-stream';
import { signIn, startPlatform, type SpecPlatform } from '../spec-kit/platform';
import { SURGEON, alertRow, insertRows } from '../spec-kit/rows';

let platform: SpecPlatform;
let states: readonly AlertState[];
const clients: Client[] = [];

beforeAll(async () => {
  platform = await startPlatform({ production: true });
  await insertRows(platform.store, 'alert_states', [
    alertRow('C-AAAAAAAAAAAA'),
    alertRow('C-BBBBBBBBBBBB', { clinician: SURGEON, department: 'Surgery' }),
  ]);
  states = await alertStatesFrom(platform.store, new Map());
});

afterAll(async () => {
  for (const client of clients) await client.dispose();
  await platform.close();
});

function connect(headers: Record<string, string>): Client {
  class WithHeaders extends WebSocket {
    constructor(address: string, protocols: string[], options?: ClientOptions) {
      super(address, protocols, { ...options, headers });
    }
  }
  const client = createClient({
    url: `${platform.address.replace('http', 'ws')}/graphql`,
    webSocketImpl: WithHeaders,
    retryAttempts: 0,
    lazy: true,
  });
  clients.push(client);
  return client;
}

/** As the projector tells of it, with something else about it. */
function calling(alertId: string, change: Partial<AlertState>): AlertState {
  const state = states.find((one) => one.alertId === alertId);
  if (state === undefined) throw new Error('no such alert');
  return { ...state, ...change };
}

const RAISED = 'subscription { alertRaised { kind alert { id department } } }';
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 300));

/** Collects what arrives until the subscription ends. */
function follow(client: Client, query: string): { readonly seen: unknown[]; readonly ended: Promise<unknown> } {
  const seen: unknown[] = [];
  const ended = new Promise<unknown>((resolve) => {
    client.subscribe(
      { query },
      {
        next: (value) => void seen.push(value),
        error: resolve,
        complete: () => {
          resolve('complete');
        },
      },
    );
  });
  return { seen, ended };
}

describe('The subscription to alerts', () => {
  it('shows each person the alerts of his or her departments', async () => {
    const manager = follow(connect({ cookie: await signIn(platform, 'risk-manager') }), RAISED);
    const director = follow(connect({ cookie: await signIn(platform, 'medical-director') }), RAISED);
    await pause();
    platform.feed.publish([calling('C-AAAAAAAAAAAA', { attention: 1 }), calling('C-BBBBBBBBBBBB', { state: 'got-worse', attention: 3 })]);
    await pause();
    expect(manager.seen).toHaveLength(2);
    expect(director.seen).toEqual([{ data: { alertRaised: { kind: 'NEW', alert: { id: 'C-AAAAAAAAAAAA', department: 'Psychiatry' } } } }]);
  });

  it('calls people once, not whenever the facts of an alert are renewed', async () => {
    const manager = follow(connect({ cookie: await signIn(platform, 'risk-manager') }), RAISED);
    await pause();
    for (const attention of [4, 4, 5, 5]) {
      platform.feed.publish([calling('C-BBBBBBBBBBBB', { state: 'got-worse', attention })]);
      await pause();
    }
    expect(manager.seen).toHaveLength(2);
  });

  it('tells nobody anew of what was raised before the process began', () => {
    const restarted = new AlertBroadcast();
    const told: string[] = [];
    restarted.subscribe((raised) => told.push(...raised.map(({ alertId }) => alertId)));
    restarted.remember([calling('C-AAAAAAAAAAAA', { attention: 3 })]);
    restarted.publish([calling('C-AAAAAAAAAAAA', { attention: 3 }), calling('C-BBBBBBBBBBBB', { attention: 3 })]);
    restarted.publish([calling('C-AAAAAAAAAAAA', { attention: 4 })]);
    expect(told).toEqual(['C-BBBBBBBBBBBB', 'C-AAAAAAAAAAAA']);
  });

  it('tells of an alert as the last of several states leaves it, and not of one that calls nobody by then', async () => {
    const manager = follow(
      connect({ cookie: await signIn(platform, 'risk-manager') }),
      'subscription { alertRaised { alert { id evidenceCount } } }',
    );
    await pause();
    platform.feed.publish([
      calling('C-AAAAAAAAAAAA', { attention: 6 }),
      calling('C-BBBBBBBBBBBB', { attention: 6, evidenceCount: 3 }),
      calling('C-AAAAAAAAAAAA', { attention: 6, state: 'withdrawn' }),
      calling('C-BBBBBBBBBBBB', { attention: 6, evidenceCount: 4 }),
    ]);
    await pause();
    expect(manager.seen).toEqual([{ data: { alertRaised: { alert: { id: 'C-BBBBBBBBBBBB', evidenceCount: 4 } } } }]);
  });

  it('ends when the session is ended', async () => {
    const cookie = await signIn(platform, 'auditor');
    const { seen, ended } = follow(connect({ cookie }), RAISED);
    await pause();
    await fetch(`${platform.address}/auth/sign-out`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await ended).toMatchObject({ code: 4403 });
    platform.feed.publish([calling('C-AAAAAAAAAAAA', { attention: 8 })]);
    await pause();
    expect(seen).toEqual([]);
  });

  it.each([
    ['nobody', () => Promise.resolve({})],
    ['a page of another site with the cookie', async () => ({ cookie: await signIn(platform, 'auditor'), origin: 'https://evil.example' })],
  ])('refuses %s', async (_, headers) => {
    expect(await follow(connect(await headers()), RAISED).ended).toMatchObject({ code: 4403 });
  });

  it.each([
    ['a query', '{ viewer { id } }'],
    ['a mutation', 'mutation { replayQuarantined(id: "Q-1") { __typename } }'],
    ['introspection', 'subscription { __schema { types { name } } }'],
    ['a thousand aliases', `subscription { alertRaised { ${Array.from({ length: 1_000 }, (_, index) => `a${index}: kind`).join(' ')} } }`],
    ['an unknown field', 'subscription { alertRaised { kin } }'],
  ])('refuses %s', async (_, query) => {
    const { seen, ended } = follow(connect({ cookie: await signIn(platform, 'risk-manager') }), query);
    expect(JSON.stringify(await ended)).toMatch(/GRAPHQL_VALIDATION_FAILED|BAD_REQUEST|BAD_USER_INPUT/);
    expect(seen).toEqual([]);
  });
});
