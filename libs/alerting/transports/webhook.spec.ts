import { createHmac } from 'node:crypto';
import { request } from 'node:https';
import { networkInterfaces } from 'node:os';
import { FixedClock } from '@plumbline/kernel';
import type { Notification } from '../notification';
import { anAlert, NOON, publicUrl } from '../spec-kit';
import { aReceiver, type Answer } from '../spec-servers';
import { aCertificate, type Certificate } from '../../../test/support/certificate';
import { WebhookTransport, type WebhookOptions } from './webhook';

const SECRET = 'a secret that only the receiver knows';
const to = (url: string, secret = 'pager'): Notification => ({
  ...{ id: 'N-0123456789abcdef01234567', alert: anAlert(), cause: 'new', level: 0, route: 'review', zone: 'Europe/London' },
  target: { transport: 'webhook', url, secret },
});

describe('A webhook', () => {
  let certificate: Certificate;
  let closers: (() => Promise<void> | void)[] = [];
  beforeAll(async () => {
    certificate = await aCertificate();
  });
  afterEach(async () => {
    for (const close of closers) await close();
    closers = [];
  });

  function aTransport(options: Partial<WebhookOptions> = {}): WebhookTransport {
    const transport = new WebhookTransport({
      ...{ publicUrl, clock: new FixedClock(NOON), allowedHosts: [], allowLoopback: false, secrets: { pager: SECRET } },
      ...{ authority: certificate.cert, patience: 1_000, ...options },
    });
    closers.push(() => {
      transport.close();
    });
    return transport;
  }
  async function given(answer?: () => Answer, host?: string): Promise<Awaited<ReturnType<typeof aReceiver>>> {
    const receiver = await aReceiver(certificate, answer, host);
    closers.push(receiver.close);
    return receiver;
  }

  it('arrives over TLS, signed over its id, its time and its body', async () => {
    const receiver = await given();
    const transport = aTransport({ allowLoopback: true });
    await expect(transport.send(to(`https://localhost:${receiver.port}/hook`))).resolves.toEqual({ delivered: true });
    const { headers, body } = receiver.calls[0]!;
    // What a receiver does, written here a second time and not taken from the transport.
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', SECRET).update(signed).digest('base64')}`);
    expect(headers).toMatchObject({ 'webhook-id': 'N-0123456789abcdef01234567', 'webhook-timestamp': String(NOON / 1_000) });
    expect(JSON.parse(body)).toEqual({
      ...{ id: 'N-0123456789abcdef01234567', type: 'plumbline.alert.new', route: 'review', level: 0 },
      ...{ respondBy: '2026-03-02T16:00:00.000Z', link: 'https://plumbline.hospital.example/alerts/C-000000000001' },
    });
  });

  it.each([
    [301, 'webhook.redirect-refused', true],
    [307, 'webhook.redirect-refused', true],
    [410, 'webhook.gone', true],
    [400, 'webhook.refused', false],
    [503, 'webhook.receiver-failed', false],
    ['break', 'webhook.unreachable', false],
    ['hang', 'webhook.timed-out', false],
  ] as const)('is called once and not followed when the receiver answers %s', async (answer, problem, permanent) => {
    const receiver = await given(() => answer);
    const transport = aTransport({ allowLoopback: true });
    await expect(transport.send(to(`https://127.0.0.1:${receiver.port}/`))).resolves.toEqual({ delivered: false, problem, permanent });
    expect(receiver.calls).toHaveLength(1);
  });

  it('waits for a secret that is not configured instead of going unsigned', async () => {
    const receiver = await given();
    for (const name of ['other', 'constructor', '__proto__']) {
      await expect(aTransport({ allowLoopback: true }).send(to(`https://127.0.0.1:${receiver.port}/`, name))).resolves.toMatchObject({
        problem: 'webhook.secret-missing',
      });
    }
    expect(receiver.calls).toEqual([]);
  });

  const spellings = (port: number): readonly string[] =>
    [
      ...[
        '127.0.0.1',
        'localhost',
        'LOCALHOST',
        'localhost.',
        '127.1',
        '127.0.1',
        '0x7f000001',
        '0x7f.1',
        '2130706433',
        '017700000001',
        '0177.0.0.1',
      ],
      ...[
        '127.0.0.1.',
        '127.255.255.254',
        '0.0.0.0',
        '0',
        '[::1]',
        '[::]',
        '[0:0:0:0:0:0:0:1]',
        '[::ffff:127.0.0.1]',
        '[::ffff:7f00:1]',
        '[::127.0.0.1]',
      ],
      ...['[64:ff9b::7f00:1]', '[2002:7f00:1::]', '%31%32%37.0.0.1', '１２７.0.0.1', '127。0。0。1'],
    ].map((host) => `https://${host}:${port}/`);

  it('never reaches this machine in production, however its address is spelt and whatever stands on the list', async () => {
    // Some containers have no IPv6; there its spellings lead nowhere and are tried all the same.
    const hosts = [
      '127.0.0.1',
      ...(Object.values(networkInterfaces())
        .flat()
        .some((address) => address?.family === 'IPv6')
        ? ['::1']
        : []),
    ];
    const receivers = await Promise.all(hosts.map((host) => given(undefined, host)));
    for (const receiver of receivers) {
      for (const url of spellings(receiver.port)) {
        const allowedHosts = URL.canParse(url) ? [new URL(url).host] : [];
        const result = await aTransport({ allowedHosts }).send(to(url));
        expect({ url, result }).toEqual({ url, result: expect.objectContaining({ delivered: false }) as unknown });
      }
      // Not one connection: a handshake that fails would have reached it already.
      expect(receiver.connections()).toBe(0);
    }
  });

  it('would reach it by most of those spellings without the filter, so the test above can fail', async () => {
    const receiver = await given();
    const reached = await Promise.all(
      spellings(receiver.port)
        .filter((url) => URL.canParse(url))
        .map(
          (url) =>
            new Promise<boolean>((resolve) => {
              const sent = request(url, { method: 'POST', rejectUnauthorized: false, timeout: 500 }, (response) => {
                response.destroy();
                resolve(true);
              });
              sent.on('timeout', () => sent.destroy());
              sent.on('error', () => {
                resolve(false);
              });
              sent.end('{}');
            }),
        ),
    );
    expect(reached.filter(Boolean).length).toBeGreaterThanOrEqual(12);
    expect(receiver.calls.length).toBeGreaterThanOrEqual(12);
  });

  it.each(['10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '[fd00::1]', '[fe80::1]'])(
    'is given up at the private address %s before anything is sent',
    async (host) => {
      const transport = aTransport({ allowedHosts: [host] });
      await expect(transport.send(to(`https://${host}/`))).resolves.toEqual({
        ...{ delivered: false, problem: 'webhook.private-address-refused', permanent: true },
      });
    },
  );

  it.each([
    ['http://receiver.hospital.example/', 'webhook.not-https'],
    ['ftp://receiver.hospital.example/', 'webhook.not-https'],
    ['file:///etc/passwd', 'webhook.not-https'],
    ['https://other.hospital.example/', 'webhook.host-not-allowed'],
    ['https://receiver.hospital.example:8443/', 'webhook.host-not-allowed'],
    ['https://receiver.hospital.example.evil.example/', 'webhook.host-not-allowed'],
    ['https://receiver.hospital.example@evil.example/', 'webhook.address-invalid'],
    ['https://user:password@receiver.hospital.example/', 'webhook.address-invalid'],
    ['no address', 'webhook.address-invalid'],
  ])('is never sent to %s', async (url, problem) => {
    const transport = aTransport({ allowedHosts: ['receiver.hospital.example'], allowLoopback: true });
    await expect(transport.send(to(url))).resolves.toEqual({ delivered: false, problem, permanent: true });
  });

  it('speaks plain HTTP to this machine only where that was allowed', async () => {
    const receiver = await aReceiver(undefined);
    closers.push(receiver.close);
    const url = `http://127.0.0.1:${receiver.port}/`;
    await expect(aTransport({ allowedHosts: [`127.0.0.1:${receiver.port}`] }).send(to(url))).resolves.toMatchObject({
      problem: 'webhook.not-https',
    });
    await expect(aTransport({ allowLoopback: true }).send(to(url))).resolves.toEqual({ delivered: true });
    expect(receiver.calls).toHaveLength(1);
  });
});
