import { Agent } from 'node:http';
import { Metrics } from '@plumbline/runtime';
import { serve } from '../../../apps/standalone/serve';
import type { BenchmarkPlatform } from '../ingest/open-for-benchmark';
import { post } from './post';
import { ToldAlerts } from './told-alerts';

/** Asks a running platform over HTTP as the dashboard does. */
export type Ask = <Data>(query: string, variables?: object) => Promise<Data>;

/** Who signs in, and where. */
export interface Person {
  readonly address: string;
  readonly id: string;
  readonly passphrase: string;
}

/** Whoever asks and is told of alerts, and the connections that are kept for it. */
export interface SignedIn {
  readonly ask: Ask;
  readonly told: ToldAlerts;
  readonly close: () => Promise<void>;
}

/** Signs a person of the demonstration in. */
export async function signIn({ address, id, passphrase }: Person): Promise<SignedIn> {
  const agent = new Agent({ keepAlive: true });
  const asked = { 'content-type': 'application/json', origin: address };
  const signedIn = await post(agent, `${address}/auth/sign-in`, JSON.stringify({ person: id, passphrase }), asked);
  const [cookie] = signedIn.headers['set-cookie'] ?? [];
  if (cookie === undefined) throw new Error(`signing in failed: ${signedIn.body}`);
  const [session = ''] = cookie.split(';');
  const ask = async <Data>(query: string, variables?: object): Promise<Data> => {
    const { body } = await post(agent, `${address}/graphql`, JSON.stringify({ query, variables }), { ...asked, cookie: session });
    const { data, errors } = JSON.parse(body) as { readonly data?: Data; readonly errors?: readonly unknown[] };
    if (data === undefined || errors !== undefined) throw new Error(`GraphQL refused: ${body.slice(0, 500)}`);
    return data;
  };
  const told = await ToldAlerts.follow(address, session);
  const close = async (): Promise<void> => {
    await told.close();
    agent.destroy();
  };
  return { ask, told, close };
}

/** Serves the platform as the standalone process does; its risk manager. */
export async function serveForBenchmark({ platform, configuration }: BenchmarkPlatform): Promise<Person> {
  const { address, access } = await serve(platform, configuration, { ...platform, metrics: new Metrics() }, 'token of the benchmark');
  const person = access.people.find(({ roles }) => roles.includes('risk-manager'));
  if (person === undefined) throw new Error('the demonstration has no risk manager');
  return { address, id: person.id, passphrase: person.passphrase };
}
