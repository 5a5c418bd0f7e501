import { decodeStored } from '@plumbline/events';
import { DAY, HOUR, MINUTE } from '@plumbline/kernel';
import { deliveryAttemptedEvent, escalatedEvent } from '../alerting-events';
import { DeliveryFold } from '../delivery-fold';
import { anAlert, aPolicy, NOON } from '../spec-kit';
import { planAlert, type Step } from './plan-alert';
import { MOST_ATTEMPTS, waitAfter } from './retry';

const both = ['e-mail', 'webhook'] as const;
const hook = 'https://receiver.hospital.example/plumbline';

const when = (alert = anAlert(), now = NOON, delivered = new DeliveryFold()): readonly Step[] =>
  planAlert(alert, { policy: aPolicy([hook]), delivered, transports: both, now });
const inWords = (steps: readonly Step[]): readonly string[] =>
  steps.map((step) => {
    const hours = (step.at - NOON) / HOUR;
    if (step.kind === 'escalate') return `escalate to ${step.level} after ${hours} h`;
    const { target, cause } = step.notification;
    return `${cause} to ${target.transport === 'e-mail' ? target.address : target.url} after ${hours} h`;
  });

describe('The plan for an alert', () => {
  it('tells the people of its route at once, and escalates when its time has passed', () => {
    expect(inWords(when())).toEqual(['new to risk@hospital.example after 0 h', `new to ${hook} after 0 h`, 'escalate to 1 after 4 h']);
  });

  it('is empty once somebody has taken note', () => {
    expect(when(anAlert({ state: 'acknowledged', respondBy: undefined }))).toEqual([]);
  });

  it('is empty where the policy has no route, and for what is only loaded history', () => {
    expect(when(anAlert({ route: 'wellbeing' }))).toEqual([]);
    expect(when(anAlert({ stateKnownAt: NOON - 8 * DAY }))).toEqual([]);
    expect(when(anAlert({ stateKnownAt: NOON - 6 * DAY }))).not.toEqual([]);
  });

  it('sends support to its own people and to nobody of the review', () => {
    expect(inWords(when(anAlert({ route: 'support' })))).toEqual(['new to support@hospital.example after 0 h']);
  });

  it('passes over a transport that is not set up, and escalates to nobody who cannot be reached', () => {
    const over = (...transports: readonly ('e-mail' | 'webhook')[]): readonly string[] =>
      inWords(planAlert(anAlert(), { policy: aPolicy([hook]), delivered: new DeliveryFold(), transports, now: NOON }));
    expect(over('e-mail')).toEqual(['new to risk@hospital.example after 0 h', 'escalate to 1 after 4 h']);
    expect(over('webhook')).toEqual([`new to ${hook} after 0 h`]);
    expect(over()).toEqual([]);
  });

  it('waits for the end of the quiet hours, except on the highest tier', () => {
    const night = NOON + 10 * HOUR;
    expect(inWords(when(anAlert(), night))).toContain('new to risk@hospital.example after 19 h');
    expect(inWords(when(anAlert({ tier: 'disciplinary' }), night))).toContain('new to risk@hospital.example after 10 h');
  });

  it('ends the quiet hours by the local clock, on the night on which it changes too', () => {
    // On 29 March 2026 London's clocks go from 01:00 to 02:00, so 07:00 comes at 06:00 UTC.
    const late = Date.parse('2026-03-28T22:00:00.000Z');
    const alert = anAlert({ learnedAt: late, stateKnownAt: late, respondBy: late + 4 * HOUR });
    expect(when(alert, late)[0]?.at).toBe(Date.parse('2026-03-29T06:00:00.000Z'));
  });

  it('reads the quiet hours in the zone of whoever is told', () => {
    const policy = aPolicy();
    const abroad = {
      ...policy,
      routing: { ...policy.routing, recipients: [{ role: 'risk-manager', emails: ['a@b.example'], zone: 'Asia/Tokyo' }] },
    };
    // Noon in London is 21:00 in Tokyo, where the quiet hours end at 22:00 UTC.
    const steps = planAlert(anAlert(), { policy: abroad, delivered: new DeliveryFold(), transports: both, now: NOON });
    expect(inWords(steps)).toEqual(['new to a@b.example after 10 h']);
  });

  it('gives the same notification the same id, and another one for another call, level or address', () => {
    const ids = (changes = {}): readonly string[] =>
      when(anAlert(changes)).flatMap((step) => (step.kind === 'send' ? [step.notification.id] : []));
    expect(ids()).toEqual(ids({ sequence: 9, evidenceCount: 7 }));
    expect(new Set([...ids(), ...ids({ attention: 2 }), ...ids({ alertId: 'C-000000000002' })]).size).toBe(6);
  });
});

describe('What the log says was done', () => {
  const first = when()[0];
  const id = first?.kind === 'send' ? first.notification.id : '';
  const attempted = (attempt: number, outcome: 'delivered' | 'failed' | 'given-up', at = NOON): Parameters<DeliveryFold['apply']>[0] =>
    decodeStored(
      deliveryAttemptedEvent(
        {
          clinician: anAlert().clinician,
          caseId: 'C-000000000001',
          notification: id,
          route: 'review',
          transport: 'e-mail',
          attempt,
          outcome,
        },
        at,
      ),
    );
  const given = (...events: readonly Parameters<DeliveryFold['apply']>[0][]): DeliveryFold => {
    const fold = new DeliveryFold();
    for (const event of events) fold.apply(event);
    return fold;
  };

  it.each(['delivered', 'given-up'] as const)('is not done again once it was %s', (outcome) => {
    expect(inWords(when(anAlert(), NOON, given(attempted(1, outcome))))).not.toContain('new to risk@hospital.example after 0 h');
  });

  it('is tried again after a wait that doubles up to an hour, under the same id', () => {
    const steps = when(anAlert(), NOON, given(attempted(1, 'failed'), attempted(2, 'failed')));
    expect(steps[0]).toMatchObject({ at: NOON + MINUTE, attempt: 3, notification: { id } });
    expect(waitAfter(MOST_ATTEMPTS)).toBe(HOUR);
  });

  it('is not changed by events that are repeated or come late', () => {
    const fold = given(attempted(1, 'failed'), attempted(2, 'delivered'), attempted(2, 'delivered'), attempted(1, 'failed'));
    expect(fold.notification('C-000000000001', id)).toEqual({ attempts: 2, outcome: 'delivered', lastAttemptAt: NOON });
  });

  it('tells the next people after an escalation, each level once', () => {
    const escalated = decodeStored(
      escalatedEvent({ clinician: anAlert().clinician, caseId: 'C-000000000001', attention: 1, level: 1, route: 'review' }, NOON),
    );
    const steps = inWords(when(anAlert(), NOON, given(attempted(1, 'delivered'), escalated, escalated)));
    expect(steps).toEqual([`new to ${hook} after 0 h`, 'escalated to director@hospital.example after 0 h']);
  });
});
