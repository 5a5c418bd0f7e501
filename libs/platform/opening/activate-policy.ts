import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { EventLog } from '@plumbline/event-log';
import { encodeEvent, eventKey, type PolicyActivated } from '@plumbline/events';
import { ProblemError, type Clock } from '@plumbline/kernel';
import { patterns } from '@plumbline/patterns';
import { activationOf, defaultPolicyText, readPolicy, type PolicyDocument } from '@plumbline/policy';
import { readFile } from 'node:fs/promises';

const SOURCE = 'plumbline/policy';

/**
 * Reads the configured policy file, or the shipped default.
 * @throws ProblemError with every problem of the policy at once.
 */
export async function readConfiguredPolicy(file: string | undefined): Promise<PolicyDocument> {
  const read = readPolicy(file === undefined ? defaultPolicyText : await readFile(file, 'utf8'), { patterns });
  if (!read.ok) throw new ProblemError(read.failure);
  return read.value;
}

/**
 * Brings a policy into force in an empty log, before any other event. Resolves with whether it did. A log that has it in some partitions
 * and nothing in others is one whose first process died in between, and gets it again; readers drop the repeat.
 */
export async function activateFirst(log: EventLog, clock: Clock, policy: PolicyDocument): Promise<boolean> {
  const ends = await log.ends();
  const isEmpty = ends.some((end) => end === 0);
  if (isEmpty) await append(log, clock, policy);
  return isEmpty;
}

/**
 * Brings a policy into force where the log does not hold this version yet. To be called when the tables hold what the log does.
 * @throws ProblemError `policy.version-taken` where it holds another text under the same version.
 */
export async function activateWhereNew(log: EventLog, store: AnalyticsStore, clock: Clock, policy: PolicyDocument): Promise<void> {
  const id = `${policy.policy}@${policy.version}`;
  const [known] = await store.query<{ data: string }>(
    sql`SELECT data FROM ${table('events')} WHERE clinician = '' AND type = 'policy.activated' AND id = ${id} LIMIT 1`,
  );
  if (known === undefined) {
    await append(log, clock, policy);
    return;
  }
  const { document } = JSON.parse(known.data) as PolicyActivated;
  if (JSON.stringify(document) === JSON.stringify(policy)) return;
  throw new ProblemError({
    code: 'policy.version-taken',
    reason: `Version ${policy.version} of the policy ${policy.policy} is in force with another text.`,
    remedy: 'Raise the version of the policy; a version that was in force is never changed.',
  });
}

async function append(log: EventLog, clock: Clock, policy: PolicyDocument): Promise<void> {
  const event = activationOf(policy, { source: SOURCE, activatedBy: 'configuration', at: clock.now() });
  await log.append([{ partitionKey: event.partitionkey, key: eventKey(event), bytes: encodeEvent(event) }]);
}
