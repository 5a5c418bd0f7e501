import { Agent } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { batchesOf, eventLines } from '../ingest/event-lines';
import { post } from './post';
import { signIn } from './signed-in';
import type { Errand, Seen } from './source-and-reader';
import { delaysOf } from './visible-alerts';

/** One request of the source has so many events. */
const REQUEST = 100;
/** The days of the workload are spread over so long a run. */
const LONGEST_SECONDS = 120;

async function send({ person, token }: Errand, agent: Agent, body: string): Promise<void> {
  const headers = { 'content-type': 'application/x-ndjson', authorization: `Bearer ${token}` };
  const { status, body: receipt } = await post(agent, `${person.address}/ingest/events`, body, headers);
  if (status !== 200) throw new Error(`the source was refused: ${receipt}`);
}

async function run(errand: Errand): Promise<Seen> {
  const { person, rate, clinicians, probes } = errand;
  const bodies = batchesOf(eventLines(rate * LONGEST_SECONDS, clinicians, 7), REQUEST).values();
  const signedIn = await signIn(person);
  const agent = new Agent({ keepAlive: true });
  const started = performance.now();
  let sent = 0;
  let ended = false;
  const load = async (): Promise<void> => {
    for (const body of bodies) {
      if (ended) return;
      const ahead = (sent / rate) * 1_000 - (performance.now() - started);
      if (ahead > 0) await setTimeout(ahead);
      await send(errand, agent, body.toString('utf8'));
      sent += REQUEST;
    }
  };
  const loading = load();
  const delays = await delaysOf(signedIn, probes, (report) => send(errand, agent, report));
  const kept = (sent * 1_000) / (performance.now() - started);
  ended = true;
  await loading;
  await signedIn.close();
  agent.destroy();
  return { ...delays, rate: kept };
}

void json(process.stdin).then(async (errand) => {
  process.stdout.write(JSON.stringify(await run(errand as Errand)));
});
