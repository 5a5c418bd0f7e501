import { specification } from '@plumbline/pattern-kit';
import { persistenceAfterRedirect } from './persistence-after-redirect.pattern';

const { judge, local, message } = specification;
const redirect = (at: string) => message({ at, channel: 'portal', redirect: true });
const inbound = (at: string, channel: 'personal-text' | 'portal' = 'personal-text') => message({ at, direction: 'inbound', channel });
const of = (...events: Parameters<typeof judge>[1]) => judge(persistenceAfterRedirect, events).findings;

describe('persistence after a redirect', () => {
  it('is raised by a message on a personal channel within 30 days of the redirect', () => {
    const findings = of(redirect('2026-03-03 10:00'), inbound('2026-03-20 10:00'));
    expect(findings).toMatchObject([{ startedAt: local('2026-03-20 10:00'), tier: 'task' }]);
    expect(findings[0]!.evidence).toHaveLength(2);
    expect(findings[0]!.reason).toContain('The redirect was sent on 3 March 2026.');
  });

  it('needs the redirect to come first', () => {
    expect(of(inbound('2026-03-02 10:00'), redirect('2026-03-03 10:00'))).toEqual([]);
  });

  it('passes over answers on an approved channel, and over what comes after 30 days', () => {
    expect(of(redirect('2026-03-03 10:00'), inbound('2026-03-04 10:00', 'portal'), inbound('2026-04-10 10:00'))).toEqual([]);
  });
});
