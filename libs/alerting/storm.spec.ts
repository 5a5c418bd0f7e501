import type { AlertState } from '@plumbline/cases';
import { FixedClock, MINUTE } from '@plumbline/kernel';
import type { PolicyDocument } from '@plumbline/policy';
import { Deliverer } from './deliverer';
import { DeliveryFold } from './delivery-fold';
import { digestOf } from './notification';
import { NOON, SpecLog, aPolicy, anAlert, publicUrl } from './spec-kit';
import { aMailServer } from './spec-servers';
import { aCertificate, type Certificate } from '../../test/support/certificate';
import { EMailTransport } from './transports/e-mail';
import { digestBodyFor } from './words';

const alerts = (amount: number, changes: Partial<AlertState> = {}): readonly AlertState[] =>
  Array.from({ length: amount }, (_, index) =>
    anAlert({ alertId: `C-${String(index + 1).padStart(12, '0')}`, position: index + 1, ...changes }),
  );

const withDigest = (moreThan: number, withinMinutes: number): PolicyDocument => {
  const policy = aPolicy();
  return { ...policy, routing: { ...policy.routing, digest: { moreThan, withinMinutes } } };
};

describe('many alerts at once', () => {
  let certificate: Certificate;
  const closers: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    certificate = await aCertificate();
  });
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  async function given(policy: PolicyDocument, log = new SpecLog()) {
    const mail = await aMailServer(certificate);
    const clock = new FixedClock(NOON);
    const started = (): Deliverer => {
      const delivered = new DeliveryFold();
      for (const event of log.events()) delivered.apply(event);
      const server = new URL(`smtp://localhost:${mail.port}`);
      const transport = new EMailTransport({ publicUrl, authority: certificate.cert, server, from: 'plumbline@hospital.example' });
      const deliverer = new Deliverer({
        ...{ clock, log, delivered, policy: () => policy, report: () => undefined, transports: { 'e-mail': transport } },
      });
      closers.push(() => deliverer.stop());
      return deliverer;
    };
    closers.push(mail.close);
    return { clock, log, mails: mail.mails, deliverer: started(), started };
  }
  const idsIn = (raw: string): readonly string[] => raw.match(/\bN-[0-9a-f]{24}\b/g) ?? [];
  const recorded = (log: SpecLog): readonly unknown[] => log.events().map(({ data }) => [data['notification'], data['outcome']]);

  it('are told to one address in one message, and each is recorded under an id of its own', async () => {
    const { log, mails, deliverer } = await given(withDigest(10, 10));
    deliverer.observe(alerts(25));
    await deliverer.runDue();
    expect(mails).toHaveLength(1);
    const ids = idsIn(mails[0]?.raw ?? '');
    expect(new Set(ids).size).toBe(25);
    expect(recorded(log).toSorted()).toEqual(ids.map((id) => [id, 'delivered']).toSorted());
    expect(mails[0]?.raw).toMatch(/25 crossings/);
    expect(mails[0]?.raw).not.toMatch(/K-4821|P-9917|Psychiatry|after-hours/);
    await deliverer.runDue();
    expect(mails).toHaveLength(1);
  });

  it('are told one by one where there are no more than the policy says, also without a word of it', async () => {
    for (const policy of [withDigest(25, 10), aPolicy()]) {
      const { mails, deliverer } = await given(policy);
      const amount = policy.routing.digest?.moreThan ?? 10;
      deliverer.observe(alerts(amount));
      await deliverer.runDue();
      expect(mails).toHaveLength(amount);
    }
  });

  it('that follow on others within the time go together, and later ones alone again', async () => {
    const { clock, mails, deliverer } = await given(withDigest(3, 10));
    const [first, second, third, fourth, fifth, sixth] = alerts(6);
    deliverer.observe([first!, second!, third!]);
    await deliverer.runDue();
    expect(mails).toHaveLength(3);
    clock.advance(5 * MINUTE);
    deliverer.observe([fourth!, fifth!]);
    await deliverer.runDue();
    expect(mails).toHaveLength(4);
    clock.advance(11 * MINUTE);
    deliverer.observe([sixth!]);
    await deliverer.runDue();
    expect(mails).toHaveLength(5);
  });

  it('carry the same ids when they are told again after a kill between sending and writing', async () => {
    const { log, mails, deliverer, started } = await given(withDigest(3, 10));
    log.broken = true;
    deliverer.observe(alerts(8));
    await expect(deliverer.runDue()).rejects.toThrow('did not take the report');
    log.broken = false;
    const next = started();
    next.observe(alerts(8));
    await next.runDue();
    expect(mails).toHaveLength(2);
    expect(idsIn(mails[1]?.raw ?? '')).toEqual(idsIn(mails[0]?.raw ?? ''));
    expect(log.events()).toHaveLength(8);
  });

  it('are all written down when the log takes reports again, and not told again', async () => {
    const { log, mails, deliverer } = await given(withDigest(3, 10));
    log.broken = true;
    deliverer.observe(alerts(8));
    await expect(deliverer.runDue()).rejects.toThrow();
    log.broken = false;
    await deliverer.runDue();
    expect(log.events()).toHaveLength(8);
    expect(mails).toHaveLength(1);
  });

  it('stand in the body of a webhook as each would by itself', () => {
    const [first, second] = alerts(2).map((alert) => ({
      ...{ id: `N-${alert.alertId}`, alert, cause: 'new' as const, level: 0, route: 'review', zone: 'UTC' },
      target: { transport: 'webhook' as const, url: 'https://receiver.example/', secret: 'pager' },
    }));
    const body = JSON.parse(digestBodyFor(digestOf([first!, second!]), publicUrl)) as { id: string; notifications: { id: string }[] };
    expect(body).toMatchObject({ type: 'plumbline.digest', route: 'review' });
    expect(body.id).toMatch(/^D-[0-9a-f]{24}$/);
    expect(body.notifications.map(({ id }) => id)).toEqual([first!.id, second!.id]);
  });
});
