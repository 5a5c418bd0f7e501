import { ProblemError } from '@plumbline/kernel';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { startLocalKafka } from './start-local-kafka';

/*
 * npm run kafka [directory] [port]: a broker for work on this machine, until it is interrupted. Its topics stay in the directory.
 */
async function main(directory = '.data/kafka', port = '9092'): Promise<void> {
  process.stderr.write('Starting Kafka (the first time its jars are fetched) …\n');
  const kafka = await startLocalKafka({ directory: resolve(directory), port: Number(port) });
  process.stderr.write(`Kafka listens on ${kafka.brokers[0]}; Ctrl-C stops it.\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await kafka.stop();
}

main(...process.argv.slice(2)).catch((error: unknown) => {
  const said = error instanceof ProblemError ? error.message : String(error);
  process.stderr.write(`${said}\n${error instanceof ProblemError && error.cause instanceof Error ? error.cause.message : ''}\n`);
  process.exitCode = 1;
});
