import { describeWith } from '@plumbline/testing';
import { missingForLocalKafka } from './requirements';

/** A suite that needs a local Kafka, and so Java and Maven. */
export function describeWithKafka(title: string, specifications: () => void): void {
  describeWith({ missing: missingForLocalKafka() }, title, specifications);
}
