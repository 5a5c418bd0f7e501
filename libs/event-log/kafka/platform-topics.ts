import { DAY, ProblemError } from '@plumbline/kernel';
import { parse } from 'yaml';
import type { TopicDeclaration } from './topics';

/** What of the topics depends on the installation. */
export interface TopicSettings {
  /** What every name begins with, such as `plumbline`. */
  readonly prefix: string;
  readonly logPartitions: number;
  /** Names of the sources that send through Kafka. */
  readonly sources: readonly string[];
  readonly sourcePartitions: number;
  readonly replicas: number;
  readonly replicasInStep: number;
}

export interface PlatformTopics {
  readonly log: TopicDeclaration;
  readonly deadLetter: TopicDeclaration;
  readonly clock: TopicDeclaration;
  readonly announcements: TopicDeclaration;
  /** By the name of the source. */
  readonly sources: ReadonlyMap<string, TopicDeclaration>;
}

interface Family {
  readonly retention: string;
  readonly maxMessageBytes: number;
}

/**
 * The topics that infra/kafka/topics.yaml declares, for this installation.
 * @param declared the text of that file
 * @throws ProblemError `kafka.topics-unreadable`
 */
export function platformTopics(declared: string, settings: TopicSettings): PlatformTopics {
  const families = parse(declared) as Readonly<Record<string, Partial<Family> | undefined>> | null;
  const topic = (family: string, partitions: number, name = family): TopicDeclaration => {
    const { retention, maxMessageBytes } = families?.[family] ?? {};
    if (typeof maxMessageBytes !== 'number') throw unreadable(family, 'maxMessageBytes');
    return {
      name: `${settings.prefix}.${name}`,
      partitions,
      replicas: settings.replicas,
      replicasInStep: settings.replicasInStep,
      retention: retentionOf(family, retention),
      maxMessageBytes,
    };
  };
  return {
    log: topic('log', settings.logPartitions),
    deadLetter: topic('dead-letter', 1),
    clock: topic('clock', 1),
    announcements: topic('announcements', 1),
    sources: new Map(settings.sources.map((source) => [source, topic('source', settings.sourcePartitions, `source.${source}`)])),
  };
}

/** All of them, for creating or checking them together. */
export const allTopics = ({ log, deadLetter, clock, announcements, sources }: PlatformTopics): readonly TopicDeclaration[] => [
  log,
  deadLetter,
  clock,
  announcements,
  ...sources.values(),
];

function retentionOf(family: string, retention: string | undefined): TopicDeclaration['retention'] {
  if (retention === 'infinite') return retention;
  const days = /^(\d+) days?$/.exec(retention ?? '')?.[1];
  if (days === undefined) throw unreadable(family, 'retention');
  return Number(days) * DAY;
}

const unreadable = (family: string, field: string): ProblemError =>
  new ProblemError({
    code: 'kafka.topics-unreadable',
    reason: `The declaration of the topics has no ${field} for ${family} that can be read.`,
    remedy: 'Correct infra/kafka/topics.yaml: a retention is "infinite" or a number of days, a size a number of bytes.',
  });
