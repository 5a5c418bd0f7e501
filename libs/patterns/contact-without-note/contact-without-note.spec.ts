import { specification } from '@plumbline/pattern-kit';
import { contactWithoutNote } from './contact-without-note.pattern';

const { closedDay, judge, local, message, note, patient } = specification;
const text = (day: string) => message({ at: `2026-03-${day} 10:00`, channel: 'personal-text' });
const noted = (day: string, recorded?: string) => note({ at: `2026-03-${day} 17:00`, ...(recorded === undefined ? {} : { recorded }) });
const connected = note({ at: '2026-01-05 10:00', patient: patient('99') });
const of = (...events: Parameters<typeof judge>[1]) => judge(contactWithoutNote, [connected, ...events]);
const four = [text('03'), text('05'), text('09'), text('12')];

describe('contact without a note on the same day', () => {
  it('is raised at the end of the day on which half of at least four contacts lack a note', () => {
    const { findings } = of(...four, noted('03'), noted('05'), closedDay('2026-03-12'));
    expect(findings).toMatchObject([{ band: 'undocumented', startedAt: local('2026-03-13 00:00'), knownAt: local('2026-03-13 00:00') }]);
    expect(findings[0]!.reason).toContain('2 of 4 contacts on personal-text in 30 days (3 to 12 March 2026, Europe/London) have no note');
    expect(findings[0]!.counterfactual).toBe('It would not have been raised with a note on the day of 1 contact more.');
  });

  it('waits until the day is closed', () => {
    expect(of(...four, closedDay('2026-03-11')).findings).toEqual([]);
    expect(of(...four, closedDay('2026-03-11'), closedDay('2026-03-12')).findings).toHaveLength(1);
  });

  it('is clear with notes for more than half, and with fewer than four contacts', () => {
    expect(of(...four, noted('03'), noted('05'), noted('09'), closedDay('2026-03-31')).findings).toEqual([]);
    expect(of(...four.slice(1), closedDay('2026-03-31')).findings).toEqual([]);
  });

  it('accepts only a note of the same local day', () => {
    const late = note({ at: '2026-03-04 00:10' });
    expect(of(...four, late, noted('05'), closedDay('2026-03-31')).findings).toHaveLength(1);
  });

  it('is withdrawn by a note that was written in time and recorded late', () => {
    const { findings, revisions } = of(...four, noted('03'), noted('05'), closedDay('2026-03-12'), noted('09', '2026-04-20 09:00'));
    expect(findings).toEqual([]);
    expect(revisions).toMatchObject([{ status: 'raised' }, { status: 'withdrawn', knownAt: local('2026-04-20 09:00') }]);
  });

  it('is undetermined for a clinician of whom no note is in the stream', () => {
    expect(judge(contactWithoutNote, [...four, closedDay('2026-03-12')])).toMatchObject({
      findings: [],
      undetermined: [{ because: 'no note of this clinician is in the stream' }],
    });
  });
});
