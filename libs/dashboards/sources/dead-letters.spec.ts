import { ask, read, signIn, startPlatform, type SpecPlatform } from '../spec-kit/platform';
import { eventRow, insertRows } from '../spec-kit/rows';

const DEAD_LETTERS = `query ($first: Int) { deadLetters(first: $first) {
  totalCount kinds { source type code reason remedy events partition position ingestedAt } } }`;
const THROWN = {
  source: 'ward',
  type: 'messaging.message-sent',
  code: 'projecting.fold-failed',
  reason: 'RangeError in apply (trend.fold.ts:41:9)',
};
const UNREADABLE = { source: '', type: '', code: 'projecting.unreadable-record', reason: 'A record of the log is no event.' };
const NEWER = {
  source: '',
  type: '',
  code: 'event.unknown-version',
  reason: 'The log holds gifts.declared version 9, which this build does not know.',
};

let platform: SpecPlatform;
let manager: string;

beforeAll(async () => {
  platform = await startPlatform();
  manager = await signIn(platform, 'risk-manager');
});

afterAll(() => platform.close());

describe('What could not be folded', () => {
  it('is nothing where every event was folded', async () => {
    expect((await read(platform, manager, DEAD_LETTERS))['deadLetters']).toEqual({ totalCount: 0, kinds: [] });
  });

  it('is counted by source, type, code and reason, the newest first, with what is to be done', async () => {
    const message = (position: number, ingested: string): object =>
      eventRow('messaging.message-sent', '2026-03-30T08:00:00Z', {}, { partition: 2, position, ingested_at: Date.parse(ingested) });
    await insertRows(platform.store, 'events', [message(7, '2026-03-30T08:01:00Z'), message(9, '2026-03-30T08:02:00Z')] as never);
    await insertRows(platform.store, 'dead_letters', [
      { ...THROWN, partition: 2, position: 7 },
      { ...THROWN, partition: 2, position: 9 },
      { ...UNREADABLE, partition: 1, position: 3 },
      { ...NEWER, partition: 3, position: 5 },
    ]);
    const known = { source: null, type: null, events: 1, ingestedAt: null };
    const { deadLetters } = await read(platform, manager, DEAD_LETTERS);
    expect(deadLetters).toEqual({
      totalCount: 4,
      kinds: [
        {
          ...THROWN,
          remedy: 'Report the reason together with the release. The release that mends it folds everything anew by itself.',
          events: 2,
          partition: 2,
          position: 9,
          ingestedAt: '2026-03-30T08:02:00.000Z',
        },
        { ...NEWER, ...known, remedy: expect.stringContaining('or a newer one') as string, partition: 3, position: 5 },
        { ...UNREADABLE, ...known, remedy: expect.stringContaining('plumbline verify') as string, partition: 1, position: 3 },
      ],
    });
  });

  it('says how many there are where not all kinds are asked for', async () => {
    const { deadLetters } = await read(platform, manager, DEAD_LETTERS, { first: 1 });
    expect(deadLetters).toMatchObject({ totalCount: 4, kinds: [{ code: 'projecting.fold-failed' }] });
    expect((await ask(platform, manager, DEAD_LETTERS, { first: 1_001 })).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('is for those who read the quarantine', async () => {
    for (const [person, sees] of [
      ['auditor', true],
      ['medical-director', false],
    ] as const) {
      const answer = await ask(platform, await signIn(platform, person), DEAD_LETTERS);
      expect([person, answer.codes]).toEqual([person, sees ? [] : ['FORBIDDEN']]);
    }
  });
});
