import type { LogPosition } from '@plumbline/event-log';
import type { FindingRevision } from '@plumbline/pattern-kit';
import type { AlertPlace, ResponseRule } from '../alert-state';
import { evolve } from '../case/evolve';
import { awaitsAPerson, initialStanding } from '../case/standing';
import { factsOf, type AlertRecord } from './alert-record';
import { respondBy, type Output } from './output';
import { isWorse, severityOf, tierRose } from './severity';

/** A finding that the policy routes and that belongs to no alert yet. */
export function raiseAlert(
  alertId: string,
  revision: FindingRevision,
  rule: ResponseRule,
  place: AlertPlace,
  at: LogPosition,
  output: Output,
): AlertRecord {
  const { finding } = revision;
  const severity = severityOf(finding);
  const record: AlertRecord = {
    alertId,
    facts: factsOf(finding),
    revisions: { [finding.id]: revision.revision },
    seen: severity,
    severity,
    place,
    respondWithinMinutes: rule.respondWithinMinutes,
    standing: initialStanding,
    sequence: 0,
    firstLearnedAt: revision.learnedAt,
    learnedAt: revision.learnedAt,
    stateKnownAt: revision.knownAt,
    at,
    answers: [],
  };
  output.happened(record, { kind: 'raised', tier: finding.tier, respondBy: respondBy(record, revision.learnedAt) }, revision, at);
  return record;
}

/** A raised or revised finding of an alert that exists: the row is renewed, and people are called where it rose or came back. */
export function followFinding(
  record: AlertRecord,
  revision: FindingRevision,
  rule: ResponseRule,
  place: AlertPlace,
  at: LogPosition,
  output: Output,
): void {
  const { finding } = revision;
  record.facts = factsOf(finding);
  record.severity = severityOf(finding);
  record.place = place;
  record.respondWithinMinutes = rule.respondWithinMinutes;
  const { tier } = finding;
  const deadline = respondBy(record, revision.learnedAt);
  const cameBack = record.standing.state === 'withdrawn';
  if (cameBack) output.happened(record, { kind: 'reinstated', tier, respondBy: deadline }, revision, at);

  // Where people are awaited anyway, only a step of the ladder calls them again; otherwise every message would.
  const rises = awaitsAPerson(record.standing) ? tierRose(record.seen, record.severity) : isWorse(record.seen, record.severity);
  if (rises) {
    record.seen = record.severity;
    output.happened(record, { kind: 'got-worse', tier, respondBy: deadline }, revision, at);
  } else if (!cameBack) {
    if (record.standing.tier !== tier) record.standing = evolve(record.standing, { kind: 'eased', tier });
    output.row(record, revision, at);
  }
}

/** The facts no longer hold, or the policy no longer routes the finding: the case stays, with its history. */
export function withdrawAlert(record: AlertRecord, revision: FindingRevision, at: LogPosition, output: Output): void {
  record.facts = factsOf(revision.finding);
  if (record.standing.state !== 'withdrawn') output.happened(record, { kind: 'withdrawn' }, revision, at);
}
