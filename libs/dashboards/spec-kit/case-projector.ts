import { randomUUID } from 'node:crypto';
import { alertIdOf, createAlertFold, type AlertFold } from '@plumbline/cases';
import type { AnalyticsStore } from '@plumbline/analytics-store';
import type { EventLog, LogPosition } from '@plumbline/event-log';
import { decodeEvent } from '@plumbline/events';
import type { ClinicianId, PatientId } from '@plumbline/kernel';
import type { FindingRevision, Tier } from '@plumbline/pattern-kit';
import { projections, type Projection, type Sources } from '@plumbline/projections';
import { NOW, PATIENT, PSYCHIATRIST, findingRow, insertRows } from './rows';
import { linesOf } from '../../../test/support/lines-of';

const PLACE = { specialty: 'psychiatry', department: 'Psychiatry', site: 'Lakeside' };

/** Folds cases out of the log into the tables, as the projector does, for one specification's few events. */
export class CaseProjector {
  private readonly fold: AlertFold = createAlertFold();
  private readonly next = new Map<number, number>();
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: EventLog,
    private readonly store: AnalyticsStore,
  ) {}

  /** Raises an alert of a finding; returns the alert's id. */
  async raise(findingId: string, tier: Tier): Promise<string> {
    const finding = {
      ...{ id: findingId, pattern: 'repeated-after-hours-contact', patternVersion: 1, policy: 'default', policyVersion: 1 },
      subject: { clinician: PSYCHIATRIST as ClinicianId, patient: PATIENT as PatientId },
      ...({ domain: 'communication', route: 'review', band: 'high', tier, startedAt: NOW, lastAt: NOW, knownAt: NOW } as const),
      ...{ comparisons: [], evidence: [], leftOut: {}, caveats: [], reason: 'Five.', counterfactual: 'Four.', playbook: 'F4' },
    };
    const revision: FindingRevision = { finding, revision: 1, status: 'raised', learnedAt: NOW, knownAt: NOW };
    await insertRows(this.store, 'finding_revisions', [findingRow(findingId, { tier })]);
    this.fold.applyFinding(revision, { respondWithinMinutes: 60 }, { partition: 0, position: 0 }, PLACE);
    await this.write();
    return alertIdOf(findingId);
  }

  catchUp(position: LogPosition): Promise<void> {
    this.working = this.working.then(() => this.read(position.partition));
    return this.working;
  }

  private async read(partition: number): Promise<void> {
    const { records, next } = await this.log.read(partition, this.next.get(partition) ?? 0);
    this.next.set(partition, next);
    for (const { bytes, position } of records) this.fold.applyCommand(decodeEvent(bytes), { partition, position });
    await this.write();
  }

  private async write(): Promise<void> {
    const output = this.fold.drain();
    for (const projection of projections) {
      if (projection.source === 'alertStates') await this.insert(projection, output.alertStates);
      if (projection.source === 'caseHistory') await this.insert(projection, output.caseHistory);
    }
  }

  private insert<Source extends keyof Sources>(projection: Projection<Source>, items: readonly Sources[Source][]): Promise<void> {
    return this.store.insert(projection.table, linesOf(projection, items), { token: randomUUID() });
  }
}
