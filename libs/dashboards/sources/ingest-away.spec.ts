import { ProblemError } from '@plumbline/kernel';
import type { QuarantinePort } from '../quarantine/quarantine.port';
import { ask, read, signIn, startPlatform, type SpecPlatform } from '../spec-kit/platform';
import { eventRow, insertRows } from '../spec-kit/rows';

const SECRET = 'ECONNREFUSED 10.0.0.7:4748';

/** A quarantine whose process comes and goes. */
class QuarantineElsewhere implements QuarantinePort {
  away = true;
  list = () => this.answer([]);
  counts = () => this.answer([{ source: 'ward', code: 'json.broken', open: 3 }]);
  show = () => this.answer(Promise.reject(new Error('not asked for here')));
  mend = () => this.answer(undefined);
  preview = () => this.answer({ events: [], problems: [] });
  replay = () => this.answer({ outcome: 'still-open' as const, problems: [] });

  private answer<Value>(value: Value | Promise<Value>): Promise<Value> {
    const problem = { code: 'quarantine.unreachable', reason: 'It does not answer.', remedy: 'See that ingest runs.' } as const;
    return this.away ? Promise.reject(new ProblemError(problem, { cause: new Error(SECRET) })) : Promise.resolve(value);
  }
}

const SOURCES = '{ sources { source state events quarantined quarantinedShare } }';
const QUARANTINE = '{ quarantine(first: 10) { totalCount } }';

describe('While the process that keeps the quarantine is away', () => {
  const quarantine = new QuarantineElsewhere();
  let platform: SpecPlatform;
  let manager: string;

  beforeAll(async () => {
    platform = await startPlatform({ quarantine });
    manager = await signIn(platform, 'risk-manager');
    await insertRows(platform.store, 'events', [eventRow('messaging.message-sent', '2026-03-30T08:00:00Z', {}, { source: 'ward' })]);
  });
  beforeEach(() => {
    quarantine.away = true;
  });
  afterAll(() => platform.close());

  it('sources are shown with what the tables say of them, and what is in quarantine is not known', async () => {
    const { sources } = await read(platform, manager, SOURCES);
    expect(sources).toEqual([{ source: 'ward', state: 'FLOWING', events: 1, quarantined: null, quarantinedShare: null }]);
  });

  it('the overview is shown', async () => {
    expect(await read(platform, manager, '{ overview(weeks: 1) { freshness { silentSources } } }')).toEqual({
      overview: { freshness: { silentSources: [] } },
    });
  });

  it('whoever asks for the records is told which part does not answer and what to do, and nothing secret', async () => {
    const answer = await ask(platform, manager, QUARANTINE);
    expect(JSON.parse(answer.text)).toMatchObject({
      errors: [{ message: 'It does not answer. See that ingest runs.', extensions: { code: 'quarantine.unreachable' } }],
    });
    expect(answer.text).not.toContain(SECRET);
  });

  it('everything is there again when it is', async () => {
    quarantine.away = false;
    const { sources } = await read(platform, manager, SOURCES);
    expect(sources).toEqual([{ source: 'ward', state: 'FAILING', events: 1, quarantined: 3, quarantinedShare: 0.75 }]);
    expect(await read(platform, manager, QUARANTINE)).toEqual({ quarantine: { totalCount: 0 } });
  });
});
