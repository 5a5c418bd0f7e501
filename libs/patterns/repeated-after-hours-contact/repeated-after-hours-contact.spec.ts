import { specification } from '@plumbline/pattern-kit';
import { repeatedAfterHoursContact } from './repeated-after-hours-contact.pattern';

const { activation, baseline, clinician, judge, listing, message, onCall, shift } = specification;

const evening = (day: string, more: object = {}) => message({ at: `2026-03-${day} 20:30`, channel: 'personal-text', ...more });
const psychiatrist = [listing({ at: '2026-01-01' }), baseline({ at: '2026-01-01' })];
const march = (...messages: Parameters<typeof judge>[1]) => judge(repeatedAfterHoursContact, [...psychiatrist, ...messages]);

describe('repeated after-hours contact', () => {
  it('is raised by the third unasked, routine message outside hours within 30 days', () => {
    const { findings } = march(evening('03'), evening('10'), evening('28'));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      band: 'repeated-on-personal-channels',
      tier: 'awareness',
      route: 'review',
      startedAt: specification.local('2026-03-28 20:30'),
      comparisons: [
        { against: 'threshold', valueMilli: 3_000, limitMilli: 3_000 },
        { against: 'peers', valueMilli: 3_000, limitMilli: 2_000, peers: 41, among: 'psychiatry at Lakeside' },
      ],
      caveats: ['no roster: institution hours were used'],
    });
    expect(findings[0]!.evidence).toHaveLength(3);
  });

  it('says why in sentences with window, zone and peers, and what would have made the difference', () => {
    const { findings } = march(
      evening('03'),
      evening('10', { urgency: 'urgent' }),
      evening('11', { inResponseTo: 'm1' }),
      evening('12', { inResponseTo: 'm2' }),
      message({ at: '2026-03-14 23:10', channel: 'personal-text' }),
      evening('28'),
    );
    expect(findings[0]!.reason).toBe(
      'After-hours contact with one patient. 3 messages outside hours in 30 days (3 to 28 March 2026, Europe/London), none urgent, none a reply. ' +
        'Psychiatry at Lakeside: 95 of 100 colleagues have 2 or fewer with the patient they write to most (41 colleagues). ' +
        '1 of them fell between 22:00 and 05:00 and count 2 times each. Left out: 2 replies, 1 urgent.',
    );
    expect(findings[0]!.counterfactual).toBe(
      'It would not have been raised with 1 message fewer. Nor would it had the night of 14 March been an on-call night.',
    );
    expect(findings[0]!.leftOut).toEqual({ reply: 2, urgent: 1 });
  });

  it('counts a message in the deep night twice, so that two of them and none else are enough', () => {
    const late = (day: string, time: string) => message({ at: `2026-03-${day} ${time}` });
    expect(march(late('03', '22:00'), late('10', '04:59')).findings).toHaveLength(1);
    expect(march(late('03', '21:59'), late('10', '05:00')).findings).toEqual([]);
  });

  it('lets the channel decide the band: three through the portal are a conversation', () => {
    const portal = (day: string) => evening(day, { channel: 'portal' });
    expect(march(portal('03'), portal('10'), portal('28')).findings[0]).toMatchObject({ band: 'repeated', tier: 'informal-conversation' });
  });

  it('ignores a clinician who was on call that night, and says so where others count', () => {
    const roster = [
      shift('2026-03-01 09:00', '2026-03-01 17:00'),
      shift('2026-03-31 09:00', '2026-03-31 17:00'),
      onCall('2026-03-10 18:00', '2026-03-11 08:00'),
    ];
    expect(march(...roster, evening('03'), evening('10'), evening('28')).findings).toEqual([]);
    const { findings } = march(...roster, evening('03'), evening('10'), evening('27'), evening('28'));
    expect(findings[0]).toMatchObject({ leftOut: { 'on-call': 1 }, caveats: [] });
  });

  it('ignores a night shift, and counts a day off that the roster covers', () => {
    const edges = [shift('2026-03-01 09:00', '2026-03-01 17:00'), shift('2026-03-31 09:00', '2026-03-31 17:00')];
    const shifts = ['03', '10', '28'].map((day) => shift(`2026-03-${day} 19:00`, `2026-03-${day} 23:00`));
    expect(march(...edges, ...shifts, evening('03'), evening('10'), evening('28')).findings).toEqual([]);
    const noon = (day: string) => message({ at: `2026-03-${day} 12:00` });
    expect(march(...edges, noon('03'), noon('10'), noon('26')).findings).toHaveLength(1);
  });

  it('where no roster exists goes by the hours of the institution and its holidays', () => {
    const noon = (day: string) => message({ at: `2026-03-${day} 12:00` });
    const days = [noon('03'), noon('10'), noon('26')];
    expect(march(...days).findings).toEqual([]);
    const holidays = activation({ holidays: ['2026-03-03', '2026-03-10', '2026-03-26'] });
    expect(march(holidays, ...days).findings).toHaveLength(1);
  });

  it('never counts a date without a time, nor exactly midnight, and says that it cannot tell', () => {
    const { findings, undetermined } = march(
      evening('03', { precision: 'day', at: '2026-03-03 00:00' }),
      evening('10', { at: '2026-03-10 00:00' }),
      evening('27', { at: '2026-03-27 00:00' }),
      evening('28'),
    );
    expect(findings).toEqual([]);
    expect(undetermined).toMatchObject([{ because: 'the time of day is not known', facts: 3 }]);
  });

  it('reads the clock of the clinician’s zone on both sides of the change to summer time', () => {
    // London goes from UTC to UTC+1 on 29 March 2026: 18:30 local is 18:30 UTC before and 17:30 UTC after.
    const dusk = (day: string, time: string) => message({ at: `2026-${day} ${time}` });
    expect(march(dusk('03-27', '18:00'), dusk('03-30', '18:00'), dusk('03-31', '18:00')).findings).toHaveLength(1);
    expect(march(dusk('03-27', '17:59'), dusk('03-30', '17:59'), dusk('03-31', '17:59')).findings).toEqual([]);
  });

  it('stays quiet where the peers do as much', () => {
    const busy = baseline({ at: '2026-01-02', effectiveFrom: '2026-02-01', shrunkPercentile95Milli: 3_000 });
    expect(march(busy, evening('03'), evening('10'), evening('28')).findings).toEqual([]);
  });

  it('is undetermined, and not clear, without enough peers; a policy may go by the threshold alone', () => {
    const few = [listing({ at: '2026-01-01' }), baseline({ at: '2026-01-01', peers: 9 }), evening('03'), evening('10'), evening('28')];
    expect(judge(repeatedAfterHoursContact, few)).toMatchObject({
      findings: [],
      undetermined: [{ because: 'too few peers have a baseline', facts: 1 }],
    });
    const alone = activation({ settings: { 'repeated-after-hours-contact': { withoutPeers: 'threshold-alone' } } });
    expect(judge(repeatedAfterHoursContact, [alone, ...few]).findings[0]).toMatchObject({
      caveats: ['no roster: institution hours were used', 'too few peers: the threshold alone was used'],
    });
  });

  it('takes the institution’s figures where the site has too few peers', () => {
    const wide = baseline({ at: '2026-01-01', site: '*', peers: 200, shrunkPercentile95Milli: 1_000 });
    const { findings } = judge(repeatedAfterHoursContact, [
      listing({ at: '2026-01-01' }),
      baseline({ at: '2026-01-01', peers: 4 }),
      wide,
      evening('03'),
      evening('10'),
      evening('28'),
    ]);
    expect(findings[0]!.comparisons[1]).toMatchObject({ peers: 200, among: 'psychiatry' });
  });

  it('goes by the policy of the time, not by the latest', () => {
    const strict = { settings: { 'repeated-after-hours-contact': { threshold: 2 } } };
    const policies = [activation({}), activation({ ...strict }, { policyVersion: 2, at: '2026-03-15 00:00' })];
    const { findings } = march(
      ...policies,
      baseline({ at: '2026-01-02', shrunkPercentile95Milli: 0 }),
      evening('03'),
      evening('10'),
      evening('28'),
    );
    expect(findings[0]).toMatchObject({ startedAt: specification.local('2026-03-28 20:30'), policyVersion: 2 });
    expect(march(...policies, evening('03'), evening('10')).findings).toEqual([]);
  });

  it('is one finding while it goes on, and another after a quiet month', () => {
    const { findings } = march(
      evening('03'),
      evening('04'),
      evening('05'),
      evening('20'),
      ...['01', '02', '03'].map((day) => message({ at: `2026-06-${day} 20:30` })),
    );
    expect(findings.map(({ startedAt }) => startedAt)).toEqual([
      specification.local('2026-03-05 20:30'),
      specification.local('2026-06-03 20:30'),
    ]);
  });

  it('keeps dyads apart', () => {
    const other = { clinician: clinician('2') };
    expect(march(evening('03'), evening('10'), evening('28', other)).findings).toEqual([]);
  });
});
