import { instant, sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import { MINUTE, ProblemError } from '@plumbline/kernel';
import { activatedPolicy, type PolicyDocument } from '@plumbline/policy';
import type { ProcessContext } from '@plumbline/runtime';
import { setTimeout } from 'node:timers/promises';

/** People, addresses and hours change seldom; a change is noticed within that. */
const REFRESHED_MILLISECONDS = 10_000;
const LOOKED_AGAIN_MILLISECONDS = 200;

interface Row {
  readonly policy: string;
  readonly policyVersion: number;
  readonly effectiveFrom: string;
  readonly activatedBy: string;
  readonly document: string;
}

/** The policy in force at an instant (UTC milliseconds), or undefined where none is. */
async function policyAt(store: AnalyticsStore, now: number): Promise<PolicyDocument | undefined> {
  const [row] = await store.query<Row>(sql`
    SELECT policy, policy_version AS policyVersion, effective_from AS effectiveFrom, activated_by AS activatedBy, document
    FROM ${table('policies')} WHERE effective_from <= ${instant(now)} AND NOT retracted
    ORDER BY effective_from DESC, policy_version DESC, position DESC LIMIT 1`);
  if (row === undefined) return undefined;
  return activatedPolicy({ ...row, document: JSON.parse(row.document) as Readonly<Record<string, unknown>> });
}

/**
 * Follows the policy in force, for processes that have none of their own: `ingest` brings it into the log and a projector into the tables.
 * Resolves with what gives the newest one.
 * @param patience how long a first policy is waited for, in milliseconds
 * @throws ProblemError `policy.none-in-force` where there is none by then
 */
export async function followPolicy(
  { clock, logger, lifecycle }: Pick<ProcessContext, 'clock' | 'logger' | 'lifecycle'>,
  store: AnalyticsStore,
  patience = 2 * MINUTE,
): Promise<() => PolicyDocument> {
  let current = await firstPolicy(store, clock, patience);
  const refresh = async (): Promise<void> => {
    try {
      current = (await policyAt(store, clock.now())) ?? current;
    } catch (error) {
      logger.warn({ err: error }, 'the policy in force could not be read again; the last one stays');
    }
  };
  let refreshing = Promise.resolve();
  const timer = setInterval(() => {
    refreshing = refresh();
  }, REFRESHED_MILLISECONDS);
  lifecycle.onStop('policy in force', async () => {
    clearInterval(timer);
    await refreshing;
  });
  return () => current;
}

async function firstPolicy(store: AnalyticsStore, clock: ProcessContext['clock'], patience: number): Promise<PolicyDocument> {
  for (const deadline = performance.now() + patience; performance.now() < deadline;) {
    const policy = await policyAt(store, clock.now());
    if (policy !== undefined) return policy;
    await setTimeout(LOOKED_AGAIN_MILLISECONDS);
  }
  throw new ProblemError({
    code: 'policy.none-in-force',
    reason: 'The tables hold no policy that is in force.',
    remedy: 'Start ingest, which activates one, and a projector, which brings it into the tables.',
  });
}
