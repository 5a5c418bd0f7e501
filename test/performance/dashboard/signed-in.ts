import { request, Agent } from 'node:http';
import { Metrics } from '@plumbline/runtime';
import { serve } from '../../../apps/standalone/serve';
import type { BenchmarkPlatform } from '../ingest/open-for-benchmark';
import { ToldAlerts } from './told-alerts';

/** Asks a running platform over HTTP as the dashboard does. */
export type Ask = <Data>(query: string, variables?: object) => Promise<Data>;

interface Answer {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

function post(agent: Agent, url: string, body: object, cookie?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', origin: new URL(url).origin, ...(cookie === undefined ? {} : { cookie }) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ headers: response.headers, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}

/** Whoever asks and is told of alerts, and the connections that are kept for it. */
export interface SignedIn {
  readonly ask: Ask;
  readonly told: ToldAlerts;
  readonly close: () => Promise<void>;
}

/** Signs a person of the demonstration in. */
export async function signIn(address: string, person: string, passphrase: string): Promise<SignedIn> {
  const agent = new Agent({ keepAlive: true });
  const signedIn = await post(agent, `${address}/auth/sign-in`, { person, passphrase });
  const [cookie] = signedIn.headers['set-cookie'] ?? [];
  if (cookie === undefined) throw new Error(`signing in failed: ${signedIn.body}`);
  const [session = ''] = cookie.split(';');
  const ask = async <Data>(query: string, variables?: object): Promise<Data> => {
    const { body } = await post(agent, `${address}/graphql`, { query, variables }, session);
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

/** Serves the platform as the standalone process does and signs in as the risk manager. */
export async function serveSignedIn({ platform, configuration }: BenchmarkPlatform): Promise<SignedIn> {
  const { address, access } = await serve(platform, configuration, { ...platform, metrics: new Metrics() }, 'token of the benchmark');
  const person = access.people.find(({ roles }) => roles.includes('risk-manager'));
  if (person === undefined) throw new Error('the demonstration has no risk manager');
  const signedIn = await signIn(address, person.id, person.passphrase);
  platform.lifecycle.onStop('benchmark connections', signedIn.close);
  return signedIn;
}
