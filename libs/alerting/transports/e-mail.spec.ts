import type { Notification } from '../notification';
import { anAlert, publicUrl } from '../spec-kit';
import { aMailServer } from '../spec-servers';
import { aCertificate, type Certificate } from '../../../test/support/certificate';
import { EMailTransport, isPlainAddress } from './e-mail';

const to = (address: string): Notification => ({
  ...{ id: 'N-0123456789abcdef01234567', alert: anAlert(), cause: 'new', level: 0, route: 'review', zone: 'Europe/London' },
  target: { transport: 'e-mail', address },
});

describe('Mail over a real relay', () => {
  let certificate: Certificate;
  let closers: (() => Promise<void> | void)[] = [];
  beforeAll(async () => {
    certificate = await aCertificate();
  });
  afterEach(async () => {
    for (const close of closers) await close();
    closers = [];
  });

  async function given(
    answer?: () => number,
    trusting = true,
  ): Promise<{ transport: EMailTransport; mails: readonly { to: readonly string[]; raw: string }[] }> {
    const server = await aMailServer(certificate, answer);
    const transport = new EMailTransport({
      ...{ server: new URL(`smtp://localhost:${server.port}`), from: 'plumbline@hospital.example', publicUrl },
      authority: trusting ? certificate.cert : undefined,
    });
    closers.push(() => {
      transport.close();
    }, server.close);
    return { transport, mails: server.mails };
  }

  it('arrives over TLS with one recipient, the constant subject and a Message-ID by which a repeat is known', async () => {
    const { transport, mails } = await given();
    await expect(transport.send(to('risk@hospital.example'))).resolves.toEqual({ delivered: true });
    await transport.send(to('risk@hospital.example'));
    expect(mails.map((mail) => mail.to)).toEqual([['risk@hospital.example'], ['risk@hospital.example']]);
    for (const { raw } of mails) {
      expect(raw).toContain('Subject: A crossing to review\r\n');
      expect(raw).toContain('Message-ID: <N-0123456789abcdef01234567@plumbline.hospital.example>\r\n');
      expect(raw).toContain('X-Plumbline-Notification: N-0123456789abcdef01234567\r\n');
      expect(raw).toContain('https://plumbline.hospital.example/alerts/C-000000000001');
    }
  });

  it('is not handed to a relay whose certificate nobody vouches for', async () => {
    const { transport, mails } = await given(undefined, false);
    await expect(transport.send(to('risk@hospital.example'))).resolves.toEqual({
      ...{ delivered: false, problem: 'e-mail.connection-failed', permanent: false },
    });
    expect(mails).toEqual([]);
  });

  it('tells a refusal for now from one for good', async () => {
    const codes = [451, 550];
    const { transport } = await given(() => codes.shift() ?? 250);
    await expect(transport.send(to('a@hospital.example'))).resolves.toMatchObject({ problem: 'e-mail.try-later', permanent: false });
    await expect(transport.send(to('a@hospital.example'))).resolves.toMatchObject({ problem: 'e-mail.refused', permanent: true });
  });

  it('is tried again later when the relay is away', async () => {
    const transport = new EMailTransport({ server: new URL('smtp://127.0.0.1:1'), from: 'plumbline@hospital.example', publicUrl });
    closers.push(() => {
      transport.close();
    });
    await expect(transport.send(to('a@hospital.example'))).resolves.toMatchObject({ delivered: false, permanent: false });
  });

  it.each([
    'a@hospital.example\r\nBcc: all@elsewhere.example',
    'a@hospital.example\nSubject: other',
    'a@hospital.example, all@elsewhere.example',
    '"A" <a@hospital.example>',
    'a@hospital.example>\r\nRCPT TO:<all@elsewhere.example',
    'a b@hospital.example',
    'a@hospital.example\u0000',
    'no address',
  ])('never goes to %j', async (address) => {
    const { transport, mails } = await given();
    await expect(transport.send(to(address))).resolves.toEqual({
      delivered: false,
      problem: 'e-mail.address-refused',
      permanent: true,
    });
    expect(mails).toEqual([]);
  });

  it('still goes to addresses as people have them', () => {
    for (const address of ['a@b.example', "o'neill+risk@dept.hospital.example", 'risk_office@x-1.example'])
      expect(isPlainAddress(address)).toBe(true);
  });
});
