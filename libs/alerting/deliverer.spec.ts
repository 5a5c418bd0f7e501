import type { AlertState } from '@plumbline/cases';
import { FixedClock, HOUR, MINUTE, type Problem } from '@plumbline/kernel';
import type { PolicyDocument } from '@plumbline/policy';
import { Deliverer } from './deliverer';
import { DeliveryFold } from './delivery-fold';
import { anAlert, aPolicy, NOON, publicUrl, SpecLog } from './spec-kit';
import { aMailServer, aReceiver, type Answer } from './spec-servers';
import { aCertificate, type Certificate } from '../../test/support/certificate';
import { EMailTransport } from './transports/e-mail';
import { WebhookTransport } from './transports/webhook';

interface House {
  readonly clock: FixedClock;
  readonly log: SpecLog;
  readonly mails: readonly { readonly to: readonly string[]; readonly raw: string }[];
  readonly calls: readonly { readonly headers: Readonly<Record<string, unknown>> }[];
  readonly problems: Problem[];
  /** A deliverer that knows what the log knows and no more, as after a start. */
  readonly started: (states?: readonly AlertState[], policy?: PolicyDocument) => Deliverer;
}

let certificate: Certificate;
let closers: (() => Promise<void>)[] = [];
beforeAll(async () => {
  certificate = await aCertificate();
});
afterEach(async () => {
  for (const close of closers) await close();
  closers = [];
});

async function given(answers: { readonly mail?: () => number; readonly hook?: () => Answer } = {}): Promise<House> {
  const mail = await aMailServer(certificate, answers.mail);
  const receiver = await aReceiver(certificate, answers.hook);
  const clock = new FixedClock(NOON);
  const log = new SpecLog();
  const problems: Problem[] = [];
  const hook = `https://localhost:${receiver.port}/hook`;
  const standard = aPolicy([hook]);
  closers.push(mail.close, receiver.close);
  const started = (states: readonly AlertState[] = [anAlert()], policy = standard): Deliverer => {
    const delivered = new DeliveryFold();
    for (const event of log.events()) delivered.apply(event);
    const trust = { publicUrl, authority: certificate.cert };
    const deliverer = new Deliverer({
      ...{ clock, log, delivered, policy: () => policy, report: (problem) => problems.push(problem) },
      transports: {
        'e-mail': new EMailTransport({ ...trust, server: new URL(`smtp://localhost:${mail.port}`), from: 'plumbline@hospital.example' }),
        webhook: new WebhookTransport({
          ...{ ...trust, clock, allowedHosts: [], allowLoopback: true, secrets: { pager: 'a secret of the receiver' }, patience: 2_000 },
        }),
      },
    });
    deliverer.observe(states);
    closers.push(() => deliverer.stop());
    return deliverer;
  };
  return { clock, log, mails: mail.mails, calls: receiver.calls, problems, started };
}
const told = (log: SpecLog): readonly string[] =>
  log
    .events()
    .map(({ type, data }) =>
      type === 'alerting.escalated'
        ? `escalated to level ${String(data['level'])}`
        : `${String(data['transport'])} ${String(data['attempt'])} ${String(data['outcome'])}`,
    );

describe('The deliverer', () => {
  it('tells each address once and writes each attempt into the log of the clinician', async () => {
    const { log, mails, calls, started } = await given();
    const deliverer = started();
    await expect(deliverer.runDue()).resolves.toBe(NOON + 4 * HOUR);
    await deliverer.runDue();
    expect(mails.map(({ to }) => to)).toEqual([['risk@hospital.example']]);
    expect(calls).toHaveLength(1);
    expect(told(log)).toEqual(['e-mail 1 delivered', 'webhook 1 delivered']);
    expect(log.events()[0]).toMatchObject({ partitionKey: anAlert().clinician, data: { caseId: 'C-000000000001', route: 'review' } });
  });

  it('tells nobody again after a restart', async () => {
    const { log, mails, calls, started } = await given();
    await started().runDue();
    await started().runDue();
    expect([mails.length, calls.length]).toEqual([1, 1]);
    expect(told(log)).toHaveLength(2);
  });

  it('tells again after a restart that knows nothing of the log, so the test above can fail', async () => {
    const { mails, clock, log, started } = await given();
    await started().runDue();
    const forgetful = new DeliveryFold();
    const sent = () => Promise.resolve({ delivered: true } as const);
    const transport = { send: sent, sendDigest: sent, close: () => undefined };
    const deliverer = new Deliverer({
      clock,
      log,
      delivered: forgetful,
      policy: () => aPolicy(),
      report: () => undefined,
      transports: { 'e-mail': transport },
    });
    deliverer.observe([anAlert()]);
    await deliverer.runDue();
    expect(mails).toHaveLength(1);
    expect(told(log)).toEqual(['e-mail 1 delivered', 'webhook 1 delivered', 'e-mail 1 delivered']);
  });

  it('repeats under the same id and the same attempt when it was killed between sending and writing', async () => {
    const { calls, log, mails, started } = await given();
    log.broken = true;
    await expect(started().runDue()).rejects.toThrow('did not take the report');
    expect([mails.length, calls.length]).toEqual([1, 0]);
    log.broken = false;
    await started().runDue();
    const ids = mails.map(({ raw }) => /X-Plumbline-Notification: (\S+)/.exec(raw)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(told(log)).toEqual(['e-mail 1 delivered', 'webhook 1 delivered']);
  });

  it('sends nothing further while the log does not take what was sent, and does not send that again', async () => {
    const { log, mails, calls, started } = await given();
    const deliverer = started();
    log.broken = true;
    for (let pass = 0; pass < 5; pass += 1) await expect(deliverer.runDue()).rejects.toThrow('did not take the report');
    expect([mails.length, calls.length]).toEqual([1, 0]);
    log.broken = false;
    await deliverer.runDue();
    expect([mails.length, calls.length]).toEqual([1, 1]);
  });

  it('tries again after longer and longer waits under one id, when the receiver breaks off after it has read the message', async () => {
    const answers: Answer[] = ['break', 503, 204];
    const { clock, calls, log, problems, started } = await given({ hook: () => answers.shift() ?? 204 });
    const deliverer = started();
    await expect(deliverer.runDue()).resolves.toBe(NOON + MINUTE / 2);
    clock.advance(MINUTE / 2);
    await expect(deliverer.runDue()).resolves.toBe(NOON + MINUTE / 2 + MINUTE);
    clock.advance(MINUTE);
    await deliverer.runDue();
    expect(new Set(calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(calls).toHaveLength(3);
    expect(told(log)).toEqual(['e-mail 1 delivered', 'webhook 1 failed', 'webhook 2 failed', 'webhook 3 delivered']);
    expect(problems.map(({ code }) => code)).toEqual(['webhook.unreachable', 'webhook.receiver-failed']);
  });

  it('gives up at once where the relay refuses for good, and tells the operator without naming anybody', async () => {
    const { log, problems, started } = await given({ mail: () => 550 });
    await started().runDue();
    expect(told(log)).toContain('e-mail 1 given-up');
    expect(JSON.stringify(problems)).not.toMatch(/hospital\.example|K-|P-|C-/);
    expect(problems[0]).toMatchObject({ code: 'e-mail.refused', remedy: 'See docs/operating/alerting.md#e-mail-refused.' });
  });

  it('holds back in quiet hours what is not urgent, and sends it in the morning', async () => {
    const { clock, mails, started } = await given();
    const evening = NOON + 9 * HOUR;
    clock.set(evening);
    const deliverer = started([anAlert({ learnedAt: evening, stateKnownAt: evening, respondBy: evening + 24 * HOUR })]);
    await expect(deliverer.runDue()).resolves.toBe(NOON + 19 * HOUR);
    expect(mails).toHaveLength(0);
    clock.set(NOON + 19 * HOUR);
    await deliverer.runDue();
    expect(mails).toHaveLength(1);
  });

  it('does not send in the morning what somebody has taken note of at night', async () => {
    const { clock, mails, log, started } = await given();
    clock.set(NOON + 9 * HOUR);
    const deliverer = started([anAlert({ respondBy: NOON + 33 * HOUR })]);
    await deliverer.runDue();
    deliverer.observe([anAlert({ sequence: 2, state: 'acknowledged', respondBy: undefined })]);
    clock.set(NOON + 19 * HOUR);
    await expect(deliverer.runDue()).resolves.toBe(Infinity);
    expect([mails.length, log.events().length]).toEqual([0, 0]);
  });

  it('escalates once when nobody took note in time, also over a restart', async () => {
    const { clock, log, mails, started } = await given();
    await started().runDue();
    clock.advance(4 * HOUR);
    await started().runDue();
    clock.advance(4 * HOUR);
    await started().runDue();
    expect(told(log).slice(2)).toEqual(['escalated to level 1', 'e-mail 1 delivered']);
    expect(mails.map(({ to }) => to[0])).toEqual(['risk@hospital.example', 'director@hospital.example']);
    expect(mails[1]?.raw).toContain('Subject: A crossing to review has waited too long');
  });

  it('escalates to nobody once somebody has taken note', async () => {
    const { clock, log, started } = await given();
    const deliverer = started();
    await deliverer.runDue();
    deliverer.observe([anAlert({ sequence: 2, state: 'acknowledged', respondBy: undefined })]);
    clock.advance(40 * HOUR);
    await deliverer.runDue();
    expect(told(log)).toEqual(['e-mail 1 delivered', 'webhook 1 delivered']);
  });

  it('tells the first people anew when the case got worse, and pays no heed to an older state that comes late', async () => {
    const { mails, started } = await given();
    const deliverer = started();
    await deliverer.runDue();
    deliverer.observe([anAlert({ sequence: 3, state: 'got-worse', caseVersion: 3, attention: 3 })]);
    deliverer.observe([anAlert({ sequence: 2, state: 'acknowledged', respondBy: undefined })]);
    await deliverer.runDue();
    expect(mails.map(({ raw }) => /Subject: (.*)\r/.exec(raw)?.[1])).toEqual([
      'A crossing to review',
      'A crossing that you know has risen',
    ]);
  });

  it('writes support to its own people only', async () => {
    const { mails, calls, started } = await given();
    await started([anAlert({ route: 'support', tier: 'task' })]).runDue();
    expect(mails.map(({ to }) => to[0])).toEqual(['support@hospital.example']);
    expect(calls).toEqual([]);
  });

  it('works by itself once it is started, and ends when it is stopped', async () => {
    const { mails, calls, started } = await given();
    const deliverer = started([]);
    const ended = deliverer.start();
    deliverer.observe([anAlert()]);
    while (calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await deliverer.stop();
    await expect(ended).resolves.toBeUndefined();
    expect(mails).toHaveLength(1);
  });

  it('says once what is not set up', async () => {
    const problems: Problem[] = [];
    const deliverer = new Deliverer({
      ...{ clock: new FixedClock(NOON), log: new SpecLog(), delivered: new DeliveryFold(), policy: () => undefined, transports: {} },
      report: (problem) => problems.push(problem),
    });
    const ended = deliverer.start();
    await deliverer.stop();
    await ended;
    expect(problems.map(({ facts }) => facts?.['transport'])).toEqual(['e-mail', 'webhook']);
  });
});
