import { specification } from '@plumbline/pattern-kit';
import { unapprovedChannelContact } from './unapproved-channel-contact.pattern';

const { activation, judge, local, message } = specification;
const text = (at: string, more: object = {}) => message({ at, channel: 'personal-text', ...more });
const of = (...events: Parameters<typeof judge>[1]) => judge(unapprovedChannelContact, events);

describe('contact on an unapproved channel', () => {
  it('is raised by one message of the clinician', () => {
    const { findings } = of(text('2026-03-03 10:00'));
    expect(findings).toMatchObject([{ band: 'outbound', tier: 'awareness' }]);
    expect(findings[0]!.reason).toBe(
      'Contact on a channel that is not approved. 1 message from the clinician on personal-text (3 March 2026, Europe/London). ' +
        'The policy then in force does not approve personal-text for contact with patients.',
    );
  });

  it('is a task where the patient alone writes', () => {
    expect(of(text('2026-03-03 10:00', { direction: 'inbound' })).findings).toMatchObject([{ band: 'inbound-alone', tier: 'task' }]);
  });

  it('does not make a task of the patient’s answer to the clinician', () => {
    const { findings } = of(text('2026-03-03 10:00'), text('2026-03-04 10:00', { direction: 'inbound' }));
    expect(findings).toMatchObject([{ band: 'outbound' }]);
  });

  it('keeps the task of an earlier message when the clinician writes later', () => {
    const { findings } = of(text('2026-03-03 10:00', { direction: 'inbound' }), text('2026-03-04 10:00'));
    expect(findings.map(({ band, startedAt }) => [band, startedAt])).toEqual([
      ['inbound-alone', local('2026-03-03 10:00')],
      ['outbound', local('2026-03-04 10:00')],
    ]);
  });

  it('passes over the redirecting reply, and over approved channels', () => {
    expect(of(text('2026-03-03 10:00', { redirect: true }), message({ at: '2026-03-03 11:00' })).findings).toEqual([]);
  });

  it('is undetermined where the channel is not known', () => {
    expect(of(message({ at: '2026-03-03 10:00', channel: 'unknown' }))).toMatchObject({
      findings: [],
      undetermined: [{ because: 'the channel is not known', facts: 1 }],
    });
  });

  it('goes by what the policy approves at the time', () => {
    const policies = [activation({}), activation({ approved: ['personal-text'] }, { policyVersion: 2, at: '2026-03-10 00:00' })];
    expect(of(...policies, text('2026-03-11 10:00')).findings).toEqual([]);
    expect(of(...policies, text('2026-03-09 10:00')).findings).toHaveLength(1);
  });

  it('is one finding while messages follow one another within 30 days', () => {
    const { findings } = of(text('2026-03-01 10:00'), text('2026-03-20 10:00'), text('2026-04-25 10:00'));
    expect(findings.map(({ evidence }) => evidence.length)).toEqual([2, 1]);
  });
});
