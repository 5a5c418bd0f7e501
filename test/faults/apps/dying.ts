import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Program } from '../../../infra/local/platform';

const LANE = 'libs/ingestion/core/lane.js Lane decide';
const WRITER = 'libs/projecting/write/round-writer.js RoundWriter';
// A single message and a digest of many go out through the same call.
const WEBHOOK = 'libs/alerting/transports/webhook.js WebhookTransport call';

/** Where each program dies, and what it was about to do or had just done. */
export const STEPS = {
  ingest: [`${LANE} before 3`, `${LANE} after 3`],
  projector: [
    `${WRITER} writeAwaited before 4`,
    `${WRITER} writeAwaited after 4`,
    `${WRITER} writeRest after 4`,
    `${WRITER} checkpoint after 3`,
  ],
  alerts: [`${WEBHOOK} before 2`, `${WEBHOOK} after 2`],
} as const;

/** A group misses a member that was killed after ten seconds; alerts wait for the tables, and so for projectors that die meanwhile. */
const DEATH_MILLISECONDS = 180_000;

/** What changes a built program when it starts. */
export const preload = (changes: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...changes,
  NODE_OPTIONS: `--require ${join(__dirname, 'die-at.cjs')}`,
});

/** Starts a program that dies at a step, once for each, and then one that lives. @throws Error with what it printed where it did not die of SIGKILL */
export async function dieAtEach(program: Program, steps: readonly string[]): Promise<void> {
  await program.stop();
  for (const step of steps) {
    program.launch(preload({ DIE_AT: step }));
    const waiting = new AbortController();
    const alive = setTimeout(DEATH_MILLISECONDS, 'lives', { signal: waiting.signal }).catch(() => 'ended');
    const end = await Promise.race([program.ended(), alive]);
    waiting.abort();
    if (end !== 'SIGKILL') throw new Error(`${program.name} was to die at ${step}: ${String(end)}; it printed:\n${program.said}`);
  }
  await program.start();
}
