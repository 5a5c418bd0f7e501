import { decodeStored, type DomainEvent, type StoredEvent } from '@plumbline/events';
import { createPatternEngine, specification } from '@plumbline/pattern-kit';
import { patterns } from '@plumbline/patterns';
import { directoryLines, eventLines } from '../ingest/event-lines';
import { cpuTime } from './cpu-time';

/** So many events are decoded at a time, shortly before they are folded, as the projector does. */
const BATCH = 200;
const WARMING = 20_000;

/** What the fold of all patterns costs and says. */
export interface FoldCost {
  readonly microsecondsEach: number;
  readonly revisions: number;
  readonly undetermined: number;
}

/** The source's names of people as ingestion replaces them. */
const pseudonymised = (line: string): string =>
  line.replaceAll(/"(staff|mrn|giver)-(\d+)"/g, (_name, kind: string, digits: string) => {
    const letter = kind === 'staff' ? 'K' : kind === 'mrn' ? 'P' : 'D';
    return `"${letter}-${digits.padStart(12, '0')}"`;
  });

function decoded(line: string): DomainEvent {
  const sent = JSON.parse(pseudonymised(line)) as StoredEvent & { readonly data: { readonly clinician: string } };
  return decodeStored({ ...sent, timeprecision: 'second', ingestedtime: sent.recordedtime, partitionkey: sent.data.clinician });
}

/** The product's patterns over decoded events of the mixed workload; every revision is read whole, because each becomes a row. */
export function foldElevenPatterns(events: number, clinicians: number): FoldCost {
  const engine = createPatternEngine(patterns, { policyView: specification.specifiedPolicy });
  engine.apply(specification.activation());
  for (const line of directoryLines(clinicians)) engine.apply(decoded(line));
  engine.drain();
  const all = events + WARMING;
  let milliseconds = 0;
  let revisions = 0;
  let undetermined = 0;
  for (let first = 0; first < all; first += BATCH) {
    const batch = eventLines(BATCH, clinicians, 1 + first, { first, of: all }).map(decoded);
    const started = cpuTime();
    for (const event of batch) {
      engine.apply(event);
      const changes = engine.drain();
      for (const { finding } of changes.findings) revisions += Number(finding.evidence.length > 0);
      undetermined += changes.undetermined.length;
    }
    if (first >= WARMING) milliseconds += cpuTime() - started;
  }
  return { microsecondsEach: (milliseconds * 1_000) / events, revisions, undetermined };
}
