import { Agent } from 'node:http';
import { json } from 'node:stream/consumers';
import { batchesOf, eventLines } from '../ingest/event-lines';
import { sendSteadily } from '../steady-sending';
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
  const bodies = batchesOf(eventLines(rate * LONGEST_SECONDS, clinicians, 7), REQUEST);
  const signedIn = await signIn(person);
  const agent = new Agent({ keepAlive: true });
  const started = performance.now();
  const load = sendSteadily(rate, REQUEST, (first) => {
    const body = bodies[first / REQUEST];
    if (body === undefined) throw new Error(`nothing was prepared for more than ${LONGEST_SECONDS} seconds`);
    return send(errand, agent, body.toString('utf8'));
  });
  const delays = await delaysOf(signedIn, probes, (report) => send(errand, agent, report));
  const kept = (load.sent() * 1_000) / (performance.now() - started);
  await load.end();
  await signedIn.close();
  agent.destroy();
  return { ...delays, rate: kept };
}

void json(process.stdin).then(async (errand) => {
  process.stdout.write(JSON.stringify(await run(errand as Errand)));
});
