import { encodeEvent, personSeen, recordViewed, signInBlocked, storedEvent, type EventDefinition } from '@plumbline/events';
import type { EventLog } from '@plumbline/event-log';
import { ProblemError, type ClinicianId, type Clock, type PatientId } from '@plumbline/kernel';
import { randomUUID } from 'node:crypto';
import type { Colleague, Role, Viewer } from '../people/viewer';

/** What is about to be shown. */
export interface ViewedRecord {
  readonly what: 'alert' | 'clinician' | 'dyad' | 'quarantined-record';
  readonly clinician?: ClinicianId;
  readonly patient?: PatientId;
  readonly reference?: string;
}

const SOURCE = 'plumbline/access';
/** A list of an event holds no more; whoever sees more departments than that is given cases of these. */
const MOST_DEPARTMENTS = 100;

/**
 * Who saw whom, in the same log as everything else. It is durable before the record is shown; where it cannot be written, the
 * read is refused. The log commits concurrent entries together, so that a page of records costs about one disk write.
 */
export class AccessLog {
  constructor(
    private readonly log: EventLog,
    private readonly clock: Clock,
    /** The institution's zone. */
    private readonly zone: string,
  ) {}

  /** @throws ProblemError `access.not-recorded`: the caller must not show anything then. */
  async recordView(viewer: Viewer, role: Role, viewed: ViewedRecord): Promise<void> {
    await this.append(recordViewed, { ...viewed, actor: { id: viewer.id, role } });
  }

  async recordBlockedSignIn(person: string, attempts: number): Promise<void> {
    await this.append(signInBlocked, { person, attempts });
  }

  /** Who works here, so that cases can be given to them: name, roles and departments as a verified token gives them. */
  async recordPerson({ id, name, roles, departments }: Colleague): Promise<void> {
    const seen = departments === 'all' ? ['*'] : departments.slice(0, MOST_DEPARTMENTS);
    await this.append(personSeen, { person: id, name, roles, ...(seen.length === 0 ? {} : { departments: seen }) });
  }

  private async append(definition: EventDefinition, data: object): Promise<void> {
    const now = this.clock.now();
    const event = storedEvent(definition, {
      id: randomUUID(),
      source: SOURCE,
      occurred: { instant: now, precision: 'millisecond', zone: this.zone },
      recordedAt: now,
      ingestedAt: now,
      data,
    });
    try {
      await this.log.append([{ partitionKey: event.partitionkey, key: `${event.source}\u0000${event.id}`, bytes: encodeEvent(event) }]);
    } catch (error) {
      throw new ProblemError(
        {
          code: 'access.not-recorded',
          reason: 'The access log cannot be written, so nothing is shown.',
          remedy: 'Try again; if it lasts, tell the administrator that the event log refuses writes.',
        },
        { cause: error },
      );
    }
  }
}
