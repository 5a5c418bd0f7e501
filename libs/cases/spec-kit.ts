import {
  acknowledgementRequested,
  assignmentRequested,
  commentRequested,
  confirmationRequested,
  dayClosed,
  decodeStored,
  reopeningRequested,
  resolutionRequested,
  responseRequested,
  snoozeRequested,
  storedEvent,
  type DomainEvent,
  type EventDefinition,
} from '@plumbline/events';
import { DAY, HOUR, type ClinicianId, type PatientId } from '@plumbline/kernel';
import type { Finding, FindingRevision } from '@plumbline/pattern-kit';
import type { CommandKind } from './case/command';

/** The specifications' noon of 2 March 2026. */
export const NOON = Date.parse('2026-03-02T12:00:00.000Z');
export const CLINICIAN = 'K-000000000001' as ClinicianId;
export const PATIENT = 'P-000000000001' as PatientId;

export function aFinding(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'finding-1',
    pattern: 'M4',
    patternVersion: 1,
    policy: 'example',
    policyVersion: 1,
    subject: { clinician: CLINICIAN, patient: PATIENT },
    domain: 'communication',
    route: 'review',
    band: 'awareness',
    tier: 'awareness',
    startedAt: NOON - DAY,
    lastAt: NOON - HOUR,
    knownAt: NOON - HOUR,
    comparisons: [{ against: 'threshold', valueMilli: 3_000, limitMilli: 3_000 }],
    evidence: ['a', 'b', 'c'],
    leftOut: {},
    caveats: [],
    reason: '3 messages outside hours to one patient in 30 days.',
    counterfactual: 'It would not have been raised with one fewer.',
    playbook: 'F4',
    ...changes,
  };
}

export function aRevision(
  status: FindingRevision['status'],
  revision: number,
  changes: Partial<Finding> = {},
  rest: Partial<FindingRevision> = {},
): FindingRevision {
  const learnedAt = NOON + revision * HOUR;
  return { finding: aFinding(changes), revision, status, learnedAt, knownAt: learnedAt - HOUR, ...rest };
}

const definitions: Readonly<Record<CommandKind, EventDefinition>> = {
  acknowledge: acknowledgementRequested,
  assign: assignmentRequested,
  comment: commentRequested,
  'record-response': responseRequested,
  resolve: resolutionRequested,
  confirm: confirmationRequested,
  reopen: reopeningRequested,
  snooze: snoozeRequested,
};

const rest: Readonly<Record<CommandKind, object>> = {
  acknowledge: {},
  assign: { assignee: 'u-2' },
  comment: { comment: 'Spoke with the department.' },
  'record-response': { response: 'I was covering for a colleague.' },
  resolve: { outcome: 'explained', rationale: 'Cover was agreed.' },
  confirm: {},
  reopen: { rationale: 'New information.' },
  snooze: {},
};

interface Asked {
  readonly by?: string;
  readonly role?: string;
  readonly commandId?: string;
  readonly at?: number;
  readonly clinician?: ClinicianId;
  readonly [field: string]: unknown;
}

let commands = 0;

/** A command as the log holds it. */
export function aCommand(kind: CommandKind, caseId: string, basedOn: number, asked: Asked = {}): DomainEvent {
  commands += 1;
  const { by = 'u-1', role = 'risk-manager', commandId = `command-${commands}`, at = NOON, clinician = CLINICIAN, ...fields } = asked;
  const data = { caseId, clinician, basedOn, commandId, actor: { id: by, role }, ...rest[kind], ...fields };
  return decodeStored(
    storedEvent(definitions[kind], {
      id: commandId,
      source: 'plumbline/cases',
      occurred: { instant: at, precision: 'millisecond', zone: 'UTC' },
      recordedAt: at,
      ingestedAt: at,
      data,
    }),
  );
}

/** The closing of a day, which is the only clock that a log has. */
export function aClosedDay(day: string, at: number): DomainEvent {
  return decodeStored(
    storedEvent(dayClosed, {
      id: `day-${day}`,
      source: 'plumbline/calendar',
      occurred: { instant: at, precision: 'millisecond', zone: 'UTC' },
      recordedAt: at,
      ingestedAt: at,
      data: { day, zone: 'UTC' },
    }),
  );
}
