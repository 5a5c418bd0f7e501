import type { OnModuleInit } from '@nestjs/common';
import { instant, sql, table } from '@plumbline/analytics-store';
import { isPermitted, type Colleague, type Person } from '@plumbline/access';
import { personSeen } from '@plumbline/events';
import { DAY } from '@plumbline/kernel';
import type { Reading } from './reading';

interface Row extends Person {
  /** `*` for all. */
  readonly departments: readonly string[];
  /** 1 or 0: has come lately. */
  readonly lately: number;
}

/** Somebody who has not come for so long is offered no cases; the name stays beside what he or she did. */
const LATELY_DAYS = 90;

/** The people who work with the platform, by id: those who are known from the start, and everybody who has come with a verified token. */
export class People implements OnModuleInit {
  private known = new Map<string, Person>();
  private able: readonly Colleague[] = [];
  private underWay: Promise<void> | undefined;

  constructor(
    private readonly reading: Reading,
    private readonly fromTheStart: readonly Colleague[],
  ) {}

  /** Names stand beside cases from the first page on. */
  async onModuleInit(): Promise<void> {
    await this.readAgain();
  }

  /** Null for nobody; somebody who never came keeps the id as a name. */
  find(id: string): Person | null {
    if (id === '') return null;
    return this.known.get(id) ?? { id, name: id, roles: [] };
  }

  /** To whom a case can be given: whoever may work on cases and has come within ninety days. */
  async assignable(): Promise<readonly Colleague[]> {
    await this.readAgain();
    return this.able;
  }

  /** A hundred cases that are given away at once look once. */
  private readAgain(): Promise<void> {
    this.underWay ??= this.read(this.reading.clock.now()).finally(() => (this.underWay = undefined));
    return this.underWay;
  }

  private async read(now: number): Promise<void> {
    const rows = await this.reading.store.query<Row>(sql`
      SELECT JSONExtractString(data, 'person') AS id,
        argMax(JSONExtractString(data, 'name'), (recorded_at, position)) AS name,
        argMax(JSONExtract(data, 'roles', 'Array(String)'), (recorded_at, position)) AS roles,
        argMax(JSONExtract(data, 'departments', 'Array(String)'), (recorded_at, position)) AS departments,
        max(recorded_at) >= ${instant(now - LATELY_DAYS * DAY)} AS lately
      FROM ${table('events')} WHERE clinician = '' AND type = ${personSeen.type} GROUP BY id ORDER BY name, id`);
    const seen = rows.map(({ id, name, roles, departments, lately }) => ({
      person: { id, name, roles, departments: departments.includes('*') ? ('all' as const) : departments },
      lately: lately > 0,
    }));
    const known = this.fromTheStart.map(({ id, name, roles, departments }) => ({ person: { id, name, roles, departments }, lately: true }));
    const everybody = [...known, ...seen];
    this.known = new Map(everybody.map(({ person }) => [person.id, person]));
    this.able = everybody.flatMap(({ person, lately }) => (lately && isPermitted(person, 'work-cases') ? [person] : []));
  }
}
