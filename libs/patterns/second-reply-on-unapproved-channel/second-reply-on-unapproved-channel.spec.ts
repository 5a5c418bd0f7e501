import { specification } from '@plumbline/pattern-kit';
import { secondReplyOnUnapprovedChannel } from './second-reply-on-unapproved-channel.pattern';

const { judge, local, message } = specification;
const text = (at: string, more: object = {}) => message({ at, channel: 'personal-text', ...more });
const of = (...events: Parameters<typeof judge>[1]) => judge(secondReplyOnUnapprovedChannel, events).findings;

describe('more than the one redirecting reply', () => {
  it('is raised by the second outbound message on one channel, the redirect included', () => {
    const findings = of(text('2026-03-03 10:00', { redirect: true }), text('2026-03-20 10:00'));
    expect(findings).toMatchObject([{ startedAt: local('2026-03-20 10:00'), band: 'repeated', tier: 'awareness' }]);
    expect(findings[0]!.counterfactual).toBe('It would not have been raised with 1 message fewer.');
  });

  it('allows one reply', () => {
    expect(of(text('2026-03-03 10:00', { redirect: true }))).toEqual([]);
  });

  it('counts each channel by itself', () => {
    expect(of(text('2026-03-03 10:00'), text('2026-03-04 10:00', { channel: 'messaging-app' }))).toEqual([]);
  });

  it('forgets after 30 days: a message exactly 30 days later is the first again', () => {
    expect(of(text('2026-02-01 10:00'), text('2026-03-03 10:00'))).toEqual([]);
    expect(of(text('2026-02-01 10:00'), text('2026-03-03 09:59'))).toHaveLength(1);
  });
});
