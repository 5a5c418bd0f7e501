import { localTime, type Clock } from '@plumbline/kernel';
import type { Logger } from '@plumbline/runtime';
import type { AccessLog } from '../reads/access-log';
import type { Viewer } from './viewer';

const LONGEST_NAME = 200;
/** Of a day. An institution has far fewer people with a role; a provider gone wrong must not fill the memory. */
const MOST_REMEMBERED = 10_000;

/**
 * Notices who works with the platform, so that cases can be given to them: an identity provider tells of a person only when he or she comes.
 * Written down once a day, and again when the name, the roles or the departments are others.
 */
export class SeenPeople {
  private day = Number.NaN;
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly accessLog: Pick<AccessLog, 'recordPerson'>,
    private readonly clock: Clock,
    /** The institution's, whose days are counted. */
    private readonly zone: string,
    private readonly logger: Logger,
  ) {}

  /** Keeps nobody out: where the log does not take it, it is tried again with the person's next request. */
  async notice({ id, name, roles, departments }: Pick<Viewer, 'id' | 'name' | 'roles' | 'departments'>): Promise<void> {
    if (roles.length === 0) return;
    this.turnTheDay();
    const person = { id, name: name.trim().slice(0, LONGEST_NAME) || id, roles, departments };
    const said = JSON.stringify(person);
    if (this.seen.get(id) === said) return;
    this.seen.set(id, said);
    try {
      await this.accessLog.recordPerson(person);
    } catch (error) {
      this.seen.delete(id);
      this.logger.warn({ err: error }, 'a person who came could not be written down, and cannot be given a case yet');
    }
  }

  private turnTheDay(): void {
    const { day } = localTime(this.clock.now(), this.zone);
    if (day === this.day && this.seen.size < MOST_REMEMBERED) return;
    this.day = day;
    this.seen.clear();
  }
}
