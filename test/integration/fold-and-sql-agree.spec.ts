import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import { decodeStored, type StoredEvent } from '@plumbline/events';
import { createPatternEngine } from '@plumbline/pattern-kit';
import { patterns as shippedPatterns } from '@plumbline/patterns';
import { defaultPolicy, policyView, type PolicyDocument } from '@plumbline/policy';
import { projections } from '@plumbline/projections';
import { adversarialLog } from './fold-and-sql/adversarial-log';
import { foldLines, twinLines, type Line } from './fold-and-sql/lines';
import { unevenTrend } from './fold-and-sql/uneven-trend';
import { linesOf } from '../support/lines-of';
import { openSpecificationStore } from '../support/specification-store';

const patterns = [...shippedPatterns, unevenTrend];

const standard = defaultPolicy({ patterns: shippedPatterns });
const shipped: PolicyDocument = { ...standard, patterns: { ...standard.patterns, [unevenTrend.id]: { enabled: true, settings: {} } } };

/** Other windows, thresholds, nights and bands, so that a setting which a twin forgets to read is found out. */
const stricter: PolicyDocument = {
  ...shipped,
  version: 2,
  patterns: {
    ...shipped.patterns,
    'repeated-after-hours-contact': {
      enabled: true,
      settings: { windowDays: 14, threshold: 2, nightFrom: '00:30', nightTo: '05:00', nightTimes: 1.5, withoutPeers: 'threshold-alone' },
      tiers: { 'informal-conversation': 0.5 },
    },
    'second-reply-on-unapproved-channel': { enabled: true, settings: { windowDays: 7, messages: 3 } },
    'unapproved-channel-contact': { enabled: true, settings: { windowDays: 3 } },
    'persistence-after-redirect': { enabled: true, settings: { windowDays: 90 } },
    'gift-accumulation': { enabled: true, settings: { windowDays: 180, limit: 25, number: 4 } },
    'rising-controlled-refills': { enabled: true, settings: { windowDays: 30, ratio: 1.1, historyDays: 60, minimumPeers: 5 } },
    'contact-without-note': { enabled: true, settings: { windowDays: 90, contacts: 2, share: 34 } },
    'controlled-order-without-evaluation': { enabled: true, settings: { windowDays: 14 } },
    'prescribing-for-own-circle': { enabled: true, settings: { windowDays: 30 } },
    'uneven-trend': { enabled: true, settings: { windowDays: 14, earlierDays: 49, number: 3, ratio: 1.2, historyDays: 30 } },
    'five-stage-slope': { enabled: true, settings: { windowDays: 90, stages: 2 }, tiers: { 'guided-plan': 2 } },
  },
};
const runs = [1, 2, 3, 4].flatMap((seed) => (seed % 2 === 1 ? [{ seed, policy: shipped }] : [{ seed, policy: stricter }]));

function fold(events: readonly StoredEvent[]): readonly Line[] {
  const engine = createPatternEngine(patterns, { policyView: (document) => policyView(document as unknown as PolicyDocument) });
  for (const event of events) engine.apply(decodeStored(event));
  const ids = engine.current().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  return [...foldLines(engine)].sort();
}

async function fill(store: AnalyticsStore, events: readonly StoredEvent[]): Promise<void> {
  const projection = projections.find(({ table }) => table === 'events')!;
  const logged = events.map((event, position) => ({
    event: decodeStored(event),
    dataText: JSON.stringify(event.data),
    partition: 0,
    position,
  }));
  await store.insert('events', linesOf(projection, logged), { token: 'log' });
}

describe('fold and SQL twin', () => {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-twins-'));
  let store: AnalyticsStore;
  const found = new Map<string, number>();

  beforeAll(async () => {
    store = await openSpecificationStore(directory);
  });
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it.each(runs)('find the same in an adversarial log (seed $seed, policy version $policy.version)', async ({ seed, policy }) => {
    const events = adversarialLog(seed, policy);
    const database = store.inDatabase(`seed_${String(seed)}`);
    await migrate(database);
    await fill(database, events);
    const folded = fold(events);
    for (const entry of folded) found.set(entry.split(' ')[0]!, (found.get(entry.split(' ')[0]!) ?? 0) + 1);
    expect(await twinLines(database, policyView(policy), patterns)).toEqual(folded);
  });

  it('were compared on findings of every pattern', () => {
    for (const { id } of patterns) expect({ id, findings: found.get(id) ?? 0 }).not.toEqual({ id, findings: 0 });
  });

  it('differ where the twin is asked about another policy, so that the comparison would notice', async () => {
    const database = store.inDatabase('seed_1');
    for (const id of ['unapproved-channel-contact', 'contact-without-note']) {
      const only = patterns.filter((pattern) => pattern.id === id);
      const under = (policy: PolicyDocument): Promise<readonly Line[]> => twinLines(database, policyView(policy), only);
      expect(await under(shipped)).not.toEqual(await under(stricter));
    }
  });
});
