import { describeWithKafka } from '../../../infra/local/kafka';
import { aCertificate } from '../../../test/support/certificate';
import { hospitalSuite } from './spec/hospital-suite';
import { many } from './spec/hospital-topics';
import { clientOf } from './spec/kafka-ground';
import { binary, sent } from './spec/messages';

const USER = { user: 'plumbline', password: 'correct-horse' };

describeWithKafka('the topics of sources on brokers that ask for credentials, and on encrypted ones', () => {
  let certificate = '';
  const suite = hospitalSuite(async () => {
    const { key, cert } = await aCertificate();
    certificate = cert;
    return { sasl: USER, tls: { key, certificate } };
  });

  /** One message in a hundred is for the dead letters, which are written over the same connection. */
  const messages = many(200, (index) => binary(sent(index, index % 100 === 99 ? { source: 'pharmacy' } : {})));

  async function areReadOver(kafka: ReturnType<typeof clientOf>): Promise<void> {
    await suite.hospital.create();
    await suite.hospital.send(messages);
    await suite.hospital.start({ kafka });
    await suite.hospital.untilRead();
    expect(await suite.hospital.events()).toHaveLength(198);
    expect(await suite.hospital.deadLetters()).toHaveLength(2);
    expect(suite.hospital.lags[0]).toBe(200);
  }

  it.each(['plain', 'scram-sha-256', 'scram-sha-512'] as const)('are read with credentials given by %s', async (mechanism) => {
    await areReadOver(clientOf(suite.broker.broker.saslBrokers, { sasl: { mechanism, username: USER.user, password: USER.password } }));
  });

  it('are read over TLS', async () => {
    await areReadOver(clientOf(suite.broker.broker.tlsBrokers, { tls: { certificateAuthority: certificate } }));
  });

  it.each(['plain', 'scram-sha-256'] as const)(
    'are not begun with credentials that are refused by %s, and the start says so',
    async (mechanism) => {
      await suite.hospital.create();
      await suite.hospital.send(messages);
      const kafka = clientOf(suite.broker.broker.saslBrokers, { sasl: { mechanism, username: USER.user, password: 'battery-staple' } });
      await expect(suite.hospital.start({ kafka })).rejects.toMatchObject({ code: 'kafka.credentials-refused' });
      expect(await suite.hospital.committed()).toBe(0);
      expect(await suite.hospital.events()).toHaveLength(0);
    },
  );
});
