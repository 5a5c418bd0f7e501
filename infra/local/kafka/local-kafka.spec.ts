import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithKafka, startLocalKafka, type LocalKafka } from '.';

// Length 10, ApiVersions (18), version 0, correlation 7, no client id.
const HELLO = Buffer.from('0000000a' + '0012' + '0000' + '00000007' + '0000', 'hex');

/** Says hello in Kafka's own protocol (ApiVersions, version 0) and resolves with whether an answer came within a second. */
function answers(address: string): Promise<boolean> {
  const [host = '', port] = address.split(':');
  return new Promise((resolve) => {
    const socket = connect(Number(port), host);
    const settle = (answered: boolean) => () => {
      socket.destroy();
      resolve(answered);
    };
    socket.setTimeout(1_000, settle(false)).once('error', settle(false)).once('data', settle(true));
    socket.once('connect', () => socket.write(HELLO));
  });
}

describeWithKafka('a local Kafka', () => {
  let directory: string;
  let kafka: LocalKafka;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plumbline-kafka-'));
    kafka = await startLocalKafka({ directory });
  }, 120_000);

  afterAll(async () => {
    await kafka.stop();
    await rm(directory, { recursive: true });
  });

  it('answers, falls silent while it is paused, and answers again', async () => {
    const [address] = kafka.brokers;
    expect(await answers(address)).toBe(true);
    kafka.pause();
    expect(await answers(address)).toBe(false);
    kafka.resume();
    expect(await answers(address)).toBe(true);
  });

  it('is gone when it is killed and comes back on the same port', async () => {
    const [address] = kafka.brokers;
    await kafka.kill();
    expect(await answers(address)).toBe(false);
    await kafka.restart();
    expect(await answers(address)).toBe(true);
  });
});
