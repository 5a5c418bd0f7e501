import { DAY, HOUR } from '@plumbline/kernel';
import { createLogger } from '@plumbline/runtime';
import { SeenPeople } from './seen-people';
import type { Colleague, Viewer } from './viewer';

const robin: Pick<Viewer, 'id' | 'name' | 'roles' | 'departments'> = {
  ...{ id: 'robin', name: 'Robin Ashdown', roles: ['risk-manager'], departments: 'all' },
};

function noticing(): {
  readonly seen: SeenPeople;
  readonly written: Colleague[];
  readonly lines: string[];
  readonly at: { now: number; broken: boolean };
} {
  const written: Colleague[] = [];
  const lines: string[] = [];
  const at = { now: Date.parse('2026-03-04T09:00:00Z'), broken: false };
  const clock = { now: () => at.now };
  const accessLog = {
    recordPerson: (person: Colleague) => (at.broken ? Promise.reject(new Error('disk full')) : Promise.resolve(void written.push(person))),
  };
  const logger = createLogger({ name: 'spec', level: 'info', destination: { write: (line) => void lines.push(line) } });
  return { seen: new SeenPeople(accessLog, clock, 'Europe/London', logger), written, lines, at };
}

describe('Who works with the platform', () => {
  it('is written down once a day of the institution, and again with another name, other roles or other departments', async () => {
    const { seen, written, at } = noticing();
    await Promise.all([seen.notice(robin), seen.notice(robin)]);
    at.now += 8 * HOUR;
    await seen.notice(robin);
    expect(written).toEqual([robin]);
    await seen.notice({ ...robin, roles: ['auditor'] });
    await seen.notice({ ...robin, roles: ['auditor'], name: 'Robin Birch' });
    expect(written.slice(1)).toMatchObject([{ roles: ['auditor'] }, { name: 'Robin Birch' }]);
    at.now += DAY;
    await seen.notice({ ...robin, roles: ['auditor'], name: 'Robin Birch' });
    expect(written).toHaveLength(4);
    await seen.notice({ ...robin, departments: ['Psychiatry'] });
    expect(written.at(-1)).toMatchObject({ name: 'Robin Ashdown', departments: ['Psychiatry'] });
  });

  it('leaves out whoever has no role here, and takes the id where a provider tells no name', async () => {
    const { seen, written } = noticing();
    await seen.notice({ ...robin, roles: [] });
    await seen.notice({ ...robin, name: '  ' });
    await seen.notice({ ...robin, name: 'x'.repeat(300) });
    expect(written.map(({ name }) => name)).toEqual(['robin', 'x'.repeat(200)]);
  });

  it('keeps nobody out when the log refuses, says so without a name, and is tried again', async () => {
    const { seen, written, lines, at } = noticing();
    at.broken = true;
    await seen.notice(robin);
    expect(lines.join('')).toContain('could not be written down');
    expect(lines.join('')).not.toMatch(/robin/i);
    at.broken = false;
    await seen.notice(robin);
    expect(written).toEqual([robin]);
  });
});
