import type { LogPosition } from '@plumbline/event-log';
import type { DomainEvent } from '@plumbline/events';
import type { FindingRevision } from '@plumbline/pattern-kit';
import type { AlertPlace, AlertState, ResponseRule } from '../alert-state';
import { commandOf } from '../case/command';
import { alertIdOf, copyOf, rowOf, type AlertRecord } from './alert-record';
import { answerCommand } from './answer-command';
import { followFinding, raiseAlert, withdrawAlert } from './follow-finding';
import { Output, respondBy, type AlertFoldOutput } from './output';

/** Everything that the fold remembers, as plain data that survives JSON. Discardable: a replay makes it again. */
export interface AlertFoldSnapshot {
  readonly alerts: readonly AlertRecord[];
  /** Finding and alert. */
  readonly lineage: readonly (readonly [findingId: string, alertId: string])[];
}

/**
 * Makes alerts and cases of one partition's findings and commands. Pure: the same calls in the same order give the same rows,
 * whenever it is drained, and it knows no time but that of its input.
 */
export interface AlertFold {
  /**
   * Takes a revision of a finding. `rule` is undefined where the policy makes no alert of it; `place` is where the clinician
   * belonged when the finding started.
   */
  applyFinding(revision: FindingRevision, rule: ResponseRule | undefined, at: LogPosition, place?: AlertPlace): void;
  /** Takes `cases.*-requested` events, and `calendar.day-closed`, which ends snoozes whose date has passed. Ignores others. */
  applyCommand(event: DomainEvent, at: LogPosition): void;
  /** The present row of an alert. */
  present(alertId: string): AlertState | undefined;
  /** Rows since the last drain. To be called between positions, never in the middle of one. */
  drain(): AlertFoldOutput;
  /** The state between positions, after a drain. */
  snapshot(): AlertFoldSnapshot;
}

const NOWHERE: AlertPlace = { specialty: '', department: '', site: '' };

class Fold implements AlertFold {
  private readonly output = new Output();
  private readonly alerts = new Map<string, AlertRecord>();
  private readonly lineage: Map<string, string>;
  /** Alerts that sleep until a date. */
  private readonly asleep = new Set<AlertRecord>();
  /** Withdrawn at the position that is being worked: where a successor takes over at the same position, nothing was withdrawn. */
  private readonly leaving = new Map<AlertRecord, { readonly revision: FindingRevision; readonly at: LogPosition }>();

  constructor(from: AlertFoldSnapshot | undefined) {
    for (const record of (from?.alerts ?? []).map(copyOf)) {
      this.alerts.set(record.alertId, record);
      this.noteSnooze(record);
    }
    this.lineage = new Map(from?.lineage);
  }

  applyFinding(revision: FindingRevision, rule: ResponseRule | undefined, at: LogPosition, place: AlertPlace = NOWHERE): void {
    this.withdrawLeaving(at);
    const { id } = revision.finding;
    const alertId = this.alertOf(revision);
    const record = this.alerts.get(alertId);
    if (record === undefined) {
      if (revision.status === 'withdrawn' || rule === undefined) return;
      this.alerts.set(alertId, raiseAlert(alertId, revision, rule, place, at, this.output));
      this.lineage.set(id, alertId);
      return;
    }
    if ((record.revisions[id] ?? 0) >= revision.revision) return;
    record.revisions[id] = revision.revision;
    // A finding that another one has taken the place of may still be withdrawn; that is not news of the alert.
    if (record.facts.findingId !== id && revision.status !== 'raised') return;
    if (revision.status === 'withdrawn' || rule === undefined) {
      this.leaving.set(record, { revision, at });
    } else {
      this.leaving.delete(record);
      followFinding(record, revision, rule, place, at, this.output);
    }
    this.noteSnooze(record);
  }

  applyCommand(event: DomainEvent, at: LogPosition): void {
    this.withdrawLeaving(at);
    if (event.type === 'calendar.day-closed') this.endSnoozes(event, at);
    const command = commandOf(event);
    if (command === undefined) return;
    const found = this.alerts.get(command.data.caseId);
    // A command that names another clinician than the case's came by a wrong way: for it there is no such case.
    const record = found?.facts.clinician === command.data.clinician ? found : undefined;
    answerCommand(record, command, event, at, this.output);
    if (record !== undefined) this.noteSnooze(record);
  }

  present(alertId: string): AlertState | undefined {
    const record = this.alerts.get(alertId);
    return record === undefined ? undefined : rowOf(record);
  }

  drain(): AlertFoldOutput {
    this.withdrawLeaving(undefined);
    return this.output.drain();
  }

  snapshot(): AlertFoldSnapshot {
    return { alerts: Array.from(this.alerts.values(), copyOf), lineage: [...this.lineage] };
  }

  /**
   * The alert of a finding. A successor joins the alert of the finding that it takes the place of, unless that alert already
   * speaks of another living finding: then it is a crossing of its own and nothing may hide it.
   */
  private alertOf({ finding, supersedes }: FindingRevision): string {
    const known = this.lineage.get(finding.id);
    if (known !== undefined || supersedes === undefined) return known ?? alertIdOf(finding.id);
    const inherited = this.lineage.get(supersedes) ?? alertIdOf(supersedes);
    const record = this.alerts.get(inherited);
    const free =
      record === undefined ||
      record.facts.findingId === supersedes ||
      record.facts.findingId === finding.id ||
      record.standing.state === 'withdrawn' ||
      this.leaving.has(record);
    const alertId = free ? inherited : alertIdOf(finding.id);
    this.lineage.set(finding.id, alertId);
    return alertId;
  }

  private withdrawLeaving(before: LogPosition | undefined): void {
    // Asked at every event of the partition, and hardly ever is there one.
    if (this.leaving.size === 0) return;
    for (const [record, { revision, at }] of this.leaving) {
      if (before?.position === at.position) continue;
      this.leaving.delete(record);
      withdrawAlert(record, revision, at, this.output);
      this.noteSnooze(record);
    }
  }

  private noteSnooze(record: AlertRecord): void {
    if (record.standing.state === 'snoozed' && record.standing.snoozedUntil !== undefined) this.asleep.add(record);
    else this.asleep.delete(record);
  }

  /** A closed day is the log's clock: whoever sleeps until an earlier time than its arrival wakes, in the order of the ids. */
  private endSnoozes(event: DomainEvent, at: LogPosition): void {
    const due = [...this.asleep].filter(({ standing }) => (standing.snoozedUntil ?? Infinity) <= event.ingestedAt);
    due.sort((left, right) => (left.alertId < right.alertId ? -1 : 1));
    for (const record of due) {
      const moment = { learnedAt: event.ingestedAt, knownAt: event.recordedAt };
      this.output.happened(record, { kind: 'snooze-ended', respondBy: respondBy(record, event.ingestedAt) }, moment, at);
      this.asleep.delete(record);
    }
  }
}

/** A new fold for one partition, from nothing or from where a snapshot left off. */
export function createAlertFold(options: { readonly restore?: AlertFoldSnapshot } = {}): AlertFold {
  return new Fold(options.restore);
}
