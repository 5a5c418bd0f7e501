import { ProblemError } from '@plumbline/kernel';
import { kafkaConnection, openSharedLog, reachServer, type IngestConfiguration } from '@plumbline/platform';
import { Lifecycle, createLogger } from '@plumbline/runtime';
import type { ExaminedPart } from './examined-part';

/** Whether Kafka and ClickHouse can be reached, and are as they have to be. */
export async function outside(configuration: IngestConfiguration): Promise<readonly ExaminedPart[]> {
  const logger = createLogger({ level: 'silent', name: 'doctor' });
  const lifecycle = new Lifecycle(logger);
  const context = { logger, lifecycle };
  const examined = async (name: string, says: string, open: () => Promise<unknown>): Promise<readonly ExaminedPart[]> => {
    try {
      await open();
      return [{ name, ok: true, says }];
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return error.problems.map(({ reason, remedy }) => ({ name, ok: false, says: reason, remedy }));
    }
  };
  try {
    const connection = kafkaConnection(context, configuration, 'doctor');
    // It looks without changing anything: topics that are missing are named and not created.
    const log = { ...configuration, kafkaCreateTopics: false };
    return [
      ...(await examined('Kafka', 'topics, clocks and credentials are as they have to be.', () => openSharedLog(context, log, connection))),
      ...(await examined('ClickHouse', 'the server answers.', () => reachServer(context, configuration))),
    ];
  } finally {
    await lifecycle.stop();
  }
}
