import { ProblemError } from '@plumbline/kernel';
import type { Admin } from 'kafkajs';

/** Topics are made by whoever runs Kafka, with the retention that was decided for them; none is made by being asked for. @throws ProblemError `source-topic.missing` */
export async function mustExist(admin: Admin, topics: readonly string[]): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter((topic) => !existing.has(topic));
  if (missing.length === 0) return;
  throw new ProblemError(
    missing.map((topic) => ({
      code: 'source-topic.missing',
      reason: `Kafka holds no topic ${topic}, or this user may not see it.`,
      remedy: 'Create the topics of infra/kafka for the sources that are configured, and allow this user to read them.',
    })),
  );
}
