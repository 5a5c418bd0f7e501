import type { LogPosition } from '@plumbline/event-log';
import { MINUTE } from '@plumbline/kernel';
import type { AlertState, CaseHistoryEntry, CommandOutcome } from '../alert-state';
import { evolve } from '../case/evolve';
import type { CaseFact } from '../case/standing';
import { rowOf, touch, type AlertRecord, type Moment } from './alert-record';

/** What came of the events since the last drain, in log order. */
export interface AlertFoldOutput {
  readonly alertStates: readonly AlertState[];
  readonly caseHistory: readonly CaseHistoryEntry[];
  readonly outcomes: readonly CommandOutcome[];
}

/** The tables' side of the fold: it collects rows and is emptied by the projector after each batch. */
export class Output {
  private alertStates: AlertState[] = [];
  private caseHistory: CaseHistoryEntry[] = [];
  private outcomes: CommandOutcome[] = [];

  /** Writes the alert's row after a change that is told by it. */
  row(record: AlertRecord, moment: Moment, at: LogPosition): void {
    touch(record, moment, at);
    this.alertStates.push(rowOf(record));
  }

  history(entry: CaseHistoryEntry): void {
    this.caseHistory.push(entry);
  }

  outcome(outcome: CommandOutcome): void {
    this.outcomes.push(outcome);
  }

  /** Something that the facts did to a case: no person and no command stand behind it. */
  happened(record: AlertRecord, fact: FactOfFindings, moment: Moment, at: LogPosition): void {
    record.standing = evolve(record.standing, fact);
    this.row(record, moment, at);
    this.history({
      caseId: record.alertId,
      version: record.standing.version,
      commandId: '',
      kind: fact.kind,
      accepted: true,
      conflict: '',
      actor: '',
      actorRole: '',
      happenedAt: moment.learnedAt,
      detail: JSON.stringify({ finding: record.facts.findingId, tier: record.facts.tier, band: record.facts.band }),
      clinician: record.facts.clinician,
      partition: at.partition,
      position: at.position,
    });
  }

  drain(): AlertFoldOutput {
    const { alertStates, caseHistory, outcomes } = this;
    this.alertStates = [];
    this.caseHistory = [];
    this.outcomes = [];
    return { alertStates, caseHistory, outcomes };
  }
}

/** The facts of a case that no person makes. */
export type FactOfFindings = Extract<CaseFact, { kind: 'raised' | 'got-worse' | 'withdrawn' | 'reinstated' | 'snooze-ended' }>;

/** When a person has to have taken note of what was learned at an instant. */
export const respondBy = (record: Pick<AlertRecord, 'respondWithinMinutes'>, learnedAt: number): number =>
  learnedAt + record.respondWithinMinutes * MINUTE;
