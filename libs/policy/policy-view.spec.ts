import { dayOfIsoDate, localTime, type ClinicianId, type PatientId } from '@plumbline/kernel';
import type { Finding, Tier } from '@plumbline/pattern-kit';
import { patterns } from '@plumbline/patterns';
import { decodeStored, type PolicyActivated } from '@plumbline/events';
import { activatedPolicy, activationOf } from './activation';
import { defaultPolicyText } from './default-policy.generated';
import type { PolicyDocument } from './document';
import { policyView } from './policy-view';
import { defaultPolicy, readPolicy } from './read-policy';
import { deliverAt, recipientsOf, routeFinding } from './route-finding';

function read(text: string): PolicyDocument {
  const document = readPolicy(text, { patterns });
  if (!document.ok) throw new Error(JSON.stringify(document.failure));
  return document.value;
}
const policy = defaultPolicy({ patterns });
const view = policyView(policy);

const finding = (over: Partial<Finding>): Finding =>
  ({
    pattern: 'gift-accumulation',
    subject: { clinician: 'K-000000000001' as ClinicianId, patient: 'P-000000000001' as PatientId },
    domain: 'money',
    route: 'review',
    tier: 'awareness',
    startedAt: Date.parse('2026-03-03T12:00:00Z'),
    ...over,
  }) as Finding;

describe('a policy as patterns see it', () => {
  it('knows the hours of a weekday and none on a holiday', () => {
    const thursday = dayOfIsoDate('2026-04-02');
    expect(view.hoursOn(thursday, 4)).toEqual([{ from: 480, to: 1_110 }]);
    expect(view.hoursOn(thursday + 1, 5)).toEqual([]);
    expect(view.isHoliday(thursday + 1)).toBe(true);
    expect(view.hoursOn(thursday + 2, 6)).toEqual([]);
  });

  it('weighs channels in thousandths, an unjudged one as the heaviest', () => {
    expect(view.channelWeightMilli('personal-text')).toBe(850);
    expect(view.channelWeightMilli('portal')).toBe(100);
    expect(view.channelWeightMilli('carrier-pigeon')).toBe(1_000);
    expect(view.isApprovedChannel('portal')).toBe(true);
    expect(view.isApprovedChannel('carrier-pigeon')).toBe(false);
  });

  it('leaves out a pattern that is switched off', () => {
    const off = policyView(
      read(defaultPolicyText.replace('gift-accumulation:\n    enabled: true', 'gift-accumulation:\n    enabled: false')),
    );
    expect(view.pattern('gift-accumulation')).toEqual({ settings: { limit: 50, number: 3 }, tiers: {} });
    expect(off.pattern('gift-accumulation')).toBeUndefined();
    expect(view.pattern('toString')).toBeUndefined();
  });

  it('comes back from the log as it went in', () => {
    const event = activationOf(policy, { source: 'plumbline/policy', activatedBy: 'administrator', at: 0 });
    const stored = decodeStored(JSON.parse(JSON.stringify(event)) as typeof event);
    expect(stored.partitionKey).toBe('*');
    expect(event.id).toBe('plumbline-default@1');
    expect(activatedPolicy(stored.data as PolicyActivated)).toEqual(policy);
    expect(() => activatedPolicy({ ...(stored.data as PolicyActivated), document: { policy: 1 } })).toThrow('policy.missing');
  });
});

describe('routes', () => {
  it('send support to people other than those who hear of risk', () => {
    expect(routeFinding(policy, finding({ route: 'support' }))?.notify).toEqual([{ role: 'clinician-support', department: 'any' }]);
    expect(routeFinding(policy, finding({ route: 'review', tier: 'disciplinary' }))?.id).toBe('urgent-review');
  });

  it('make no alert of what none of them fits, and none where a suppression covers the start', () => {
    const one = { ...policy, routing: { ...policy.routing, routes: policy.routing.routes.filter(({ id }) => id === 'task') } };
    expect(routeFinding(one, finding({}))).toBeUndefined();
    const suppression = [
      {
        pattern: 'gift-accumulation',
        clinician: 'K-000000000001',
        from: '2026-03-03T12:00:00Z',
        until: '2026-03-04T00:00:00Z',
        reason: 'Known legacy.',
        approvedBy: 'medical-director',
      },
    ];
    const suppressed = { ...policy, suppression };
    expect(routeFinding(suppressed, finding({}))).toBeUndefined();
    expect(routeFinding(suppressed, finding({ pattern: 'unapproved-channel-contact' }))?.id).toBe('review');
    expect(routeFinding(suppressed, finding({ startedAt: Date.parse('2026-03-04T00:00:00Z') }))?.id).toBe('review');
    expect(routeFinding(suppressed, finding({ subject: { clinician: 'K-000000000002' as ClinicianId } }))?.id).toBe('review');
  });

  it("prefer the department's own people and fall back to the role's general entry", () => {
    const own = { role: 'risk-manager', department: 'Oncology', emails: ['onc@hospital.example'] };
    const document = { ...policy, routing: { ...policy.routing, recipients: [...policy.routing.recipients, own] } };
    const selector = [{ role: 'risk-manager', department: 'own' }];
    expect(recipientsOf(document, selector, 'Oncology')).toEqual([own]);
    expect(recipientsOf(document, selector, 'Psychiatry').map(({ emails }) => emails)).toEqual([['risk-management@hospital.example']]);
    expect(recipientsOf(document, [...selector, ...selector], 'Oncology')).toHaveLength(1);
  });
});

describe('quiet hours', () => {
  const at = (instant: string, tier: Tier = 'awareness'): string => new Date(deliverAt(policy, tier, Date.parse(instant))).toISOString();

  it('hold a notification until they are over', () => {
    expect(at('2026-01-14T12:00:00.000Z')).toBe('2026-01-14T12:00:00.000Z');
    expect(at('2026-01-14T20:00:00.000Z')).toBe('2026-01-15T07:00:00.000Z');
    expect(at('2026-01-15T06:59:59.999Z')).toBe('2026-01-15T07:00:00.000Z');
    expect(at('2026-01-14T22:00:00.000Z', 'disciplinary')).toBe('2026-01-14T22:00:00.000Z');
  });

  it('follow the local clock through the nights on which it changes', () => {
    expect(at('2026-03-28T21:00:00.000Z')).toBe('2026-03-29T06:00:00.000Z');
    expect(at('2026-10-24T21:00:00.000Z')).toBe('2026-10-25T07:00:00.000Z');
  });

  it('last over holidays', () => {
    expect(at('2026-12-24T21:00:00.000Z')).toBe('2026-12-27T07:00:00.000Z');
    expect(localTime(Date.parse(at('2026-04-03T09:00:00.000Z')), 'Europe/London')).toMatchObject({
      day: dayOfIsoDate('2026-04-04'),
      minute: 420,
    });
  });
});
