import type { AnalyticsStore } from '@plumbline/analytics-store';
import type { EventLog } from '@plumbline/event-log';
import type { PolicyDocument } from '@plumbline/policy';
import type { ProcessContext } from '@plumbline/runtime';
import type { DataDirectory } from './opening/data-directory';
import type { Intake } from './opening/open-intake';
import type { ProjectionReader, Projector } from '@plumbline/projecting';

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
  /**
   * Does something with the projector that has all partitions: the one of this process, or one that is opened for the purpose where
   * projectors are processes of their own and none of them runs.
   * @throws ProblemError `operation.projectors-run` where one does
   */
  readonly withProjector: <Result>(work: (projector: Projector) => Promise<Result>) => Promise<Result>;
  /** The policy in force now. */
  readonly policy: PolicyDocument;
}
