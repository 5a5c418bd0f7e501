import { alertIdOf, createAlertFold, type AlertFoldSnapshot } from '@plumbline/cases';
import type { LogRecord } from '@plumbline/event-log';
import {
  acknowledgementRequested,
  clinicianListed,
  dayClosed,
  encodeEvent,
  eventKey,
  messageSent,
  policyActivated,
  shiftRostered,
  storedEvent,
  type DomainEvent,
  type EventDefinition,
  type MessageSent,
} from '@plumbline/events';
import type { FindingRevision, Undetermined } from '@plumbline/pattern-kit';
import type { FoldFactory, PatternFold } from '@plumbline/projecting';

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const SOURCE = 'ward"7';

const clinicianOf = (index: number): string => `K-${String(index % 37).padStart(12, '0')}`;
const patientOf = (index: number): string => `P-${String(index % 5).padStart(12, '0')}`;
/** The first alert of a dyad, whose id follows from its finding's. */
const caseOf = (clinician: string, patient: string): string => alertIdOf(findingId(clinician, patient));
const findingId = (clinician: string, patient: string): string => `third-message/${clinician}/${patient}`;

function recordOf(definition: EventDefinition, index: number, data: object, precision: 'second' | 'day' = 'second'): LogRecord {
  const at = START + index * MINUTE;
  const stored = storedEvent(definition, {
    id: `event-${String(index)}`,
    source: SOURCE,
    occurred: { instant: at, precision, zone: 'Europe/London' },
    recordedAt: at + MINUTE,
    ingestedAt: at + 2 * MINUTE,
    data,
  });
  return { partitionKey: stored.partitionkey, key: eventKey(stored), bytes: encodeEvent(stored) };
}

/** A made-up ward: mostly messages, now and then a roster, a directory entry, a policy, a closed day or somebody's acknowledgement. */
export function wardRecord(index: number): LogRecord {
  const clinician = clinicianOf(index * 7);
  const patient = patientOf(index * 3);
  const at = (minutes: number): string => new Date(START + (index + minutes) * MINUTE).toISOString();
  if (index % 400 === 5) return recordOf(dayClosed, index, { day: at(0).slice(0, 10), zone: 'Europe/London' });
  if (index % 1_000 === 6) {
    const version = 1 + Math.floor(index / 1_000);
    return recordOf(policyActivated, index, {
      policy: 'p',
      policyVersion: version,
      effectiveFrom: at(0),
      activatedBy: 'x',
      document: { a: 1 },
    });
  }
  if (index % 50 === 7) {
    return recordOf(clinicianListed, index, { clinician, specialty: 's', department: 'd', site: 'x', zone: 'UTC', state: 'active' });
  }
  if (index % 50 === 8) return recordOf(shiftRostered, index, { clinician, start: at(0), end: at(480) });
  if (index % 20 === 9) {
    const actor = { id: 'u', role: 'risk-manager' };
    const data = { caseId: caseOf(clinician, patient), clinician, basedOn: 1, commandId: `command-${String(index)}`, actor };
    return recordOf(acknowledgementRequested, index, data);
  }
  const data = { clinician, patient, direction: 'outbound', channel: 'portal', urgency: 'routine', redirect: false };
  return recordOf(messageSent, index, data, index % 30 === 0 ? 'day' : 'second');
}

export const wardRecords = (from: number, to: number): LogRecord[] =>
  Array.from({ length: to - from }, (_, index) => wardRecord(from + index));

interface ThirdMessageState {
  readonly evidence: readonly (readonly [string, readonly string[]])[];
}

/** A pattern as small as can be that still raises, revises and cannot judge: three messages to one patient, each further one a revision. */
class ThirdMessage implements PatternFold {
  private readonly evidence: Map<string, string[]>;
  private findings: FindingRevision[] = [];
  private undetermined: Undetermined[] = [];

  constructor(state?: ThirdMessageState) {
    this.evidence = new Map(state?.evidence.map(([dyad, keys]) => [dyad, [...keys]]));
  }

  apply(event: DomainEvent): void {
    if (event.type !== messageSent.type) return;
    const { clinician, patient } = event.data as MessageSent;
    if (event.occurred.precision === 'day') {
      const entry = {
        pattern: 'third-message',
        subject: { clinician, patient },
        because: 'time of day',
        since: event.occurred.instant,
        facts: 1,
      };
      this.undetermined.push(entry);
      return;
    }
    const dyad = `${clinician} ${patient}`;
    const evidence = this.evidence.get(dyad) ?? [];
    this.evidence.set(dyad, evidence);
    evidence.push(eventKey(event));
    if (evidence.length >= 3 && evidence.length < 40) this.findings.push(revisionOf(event, evidence));
  }

  drain(): { findings: FindingRevision[]; undetermined: Undetermined[] } {
    const { findings, undetermined } = this;
    this.findings = [];
    this.undetermined = [];
    return { findings, undetermined };
  }

  snapshot(): ThirdMessageState {
    return { evidence: [...this.evidence] };
  }
}

function revisionOf(event: DomainEvent, evidence: readonly string[]): FindingRevision {
  const { clinician, patient } = event.data as MessageSent;
  return {
    finding: {
      id: findingId(clinician, patient),
      pattern: 'third-message',
      patternVersion: 1,
      policy: 'p',
      policyVersion: 1,
      subject: { clinician, patient },
      domain: 'communication',
      route: 'review',
      band: evidence.length > 10 ? 'high' : 'low',
      tier: evidence.length > 10 ? 'awareness' : 'informal-conversation',
      startedAt: event.occurred.instant,
      lastAt: event.occurred.instant,
      knownAt: event.recordedAt,
      comparisons: [],
      evidence: [...evidence],
      leftOut: {},
      caveats: [],
      reason: `${String(evidence.length)} messages.`,
      counterfactual: 'Two would not have been.',
      playbook: 'p',
    },
    revision: evidence.length - 2,
    status: evidence.length === 3 ? 'raised' : 'revised',
    learnedAt: event.ingestedAt,
    knownAt: event.recordedAt,
  };
}

/** The folds of the ward; the cases are the product's own. */
export const wardFolds: FoldFactory = (_partition, restored) => ({
  patterns: new ThirdMessage(restored?.patterns as ThirdMessageState | undefined),
  cases: createAlertFold(restored === undefined ? {} : { restore: restored.cases as AlertFoldSnapshot }),
  route: () => ({ respondWithinMinutes: 60 }),
  placeOf: () => ({ specialty: 's', department: 'd', site: 'x' }),
});

/** The events at which the folds of `broken-ward.worker.ts` throw, and end their thread. */
export const POISONOUS = 'event-151';
export const DEADLY = 'event-701';
