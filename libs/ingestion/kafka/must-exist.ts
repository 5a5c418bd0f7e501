import { ProblemError } from '@plumbline/kernel';
import type { Admin } from 'kafkajs';

/** Topics are made by whoever runs Kafka, with the retention that was decided for them; none is made by being asked for. @throws ProblemError `kafka.topic-missing` */
export async function mustExist(admin: Admin, topics: readonly string[]): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter((topic) => !existing.has(topic));
  if (missing.length === 0) return;
  throw new ProblemError(
    missing.map((topic) => ({
      code: 'kafka.topic-missing',
      reason: `Kafka holds no topic ${topic}, or this user may not see it.`,
      remedy: 'Create it as infra/kafka/topics.yaml declares, one for each source that sends over Kafka, and let this user read it.',
    })),
  );
}
