import type { AnalyticsStore } from '@plumbline/analytics-store';
import type { EventLog } from '@plumbline/event-log';
import type { PolicyDocument } from '@plumbline/policy';
import type { ProcessContext } from '@plumbline/runtime';
import type { DataDirectory } from './opening/data-directory';
import type { Intake } from './opening/open-intake';
import type { ProjectionReader } from '@plumbline/projecting';

/**
 * Everything below the transports that takes records in and can say what became of them: what the platform in one process serves, what
 * the process `ingest` of the distributed one serves, and what the command line works on.
 */
export interface Platform extends Omit<ProcessContext, 'metrics'>, Intake {
  readonly directory: DataDirectory;
  readonly log: EventLog;
  readonly store: AnalyticsStore;
  /** How far the tables have been filled, whoever fills them. */
  readonly projection: ProjectionReader;
  /** Fills all tables anew from the log and exchanges them. */
  readonly rebuild: () => Promise<void>;
  /** The policy in force now. */
  readonly policy: PolicyDocument;
}
