import { encodeEvent, eventKey, identityRevealed, storedEvent } from '@plumbline/events';
import { ProblemError } from '@plumbline/kernel';
import type { Platform } from '@plumbline/platform';
import { randomUUID } from 'node:crypto';
import type { Row } from './rows';

const SOURCE = 'plumbline/access';

/** Who asks for the names that sources use, and why. Both stand in the log before the first of them is written. */
export interface Revealing {
  readonly actor: string;
  readonly reason: string;
}

/**
 * Puts the sources' own identifiers beside the pseudonyms. The right to it is the right to the data directory, whose keys only its
 * owner can read. For each clinician and patient an event says who asked and why, and it is durable before the row is given out.
 */
export async function* withSourceIds(platform: Platform, rows: AsyncIterable<Row>, revealing: Revealing): AsyncGenerator<Row> {
  if (revealing.reason.trim() === '') {
    throw new ProblemError({
      code: 'export.reason-missing',
      reason: 'Source identifiers are only given out with a reason.',
      remedy: 'Add --reason with one sentence; it is kept in the log.',
    });
  }
  const told = new Set<string>();
  for await (const row of rows) {
    const [clinician, patient] = [pseudonymIn(row, 'clinician'), pseudonymIn(row, 'patient')];
    if (clinician !== '' && !told.has(`${clinician} ${patient}`)) {
      await record(platform, revealing, clinician, patient);
      told.add(`${clinician} ${patient}`);
    }
    yield { ...row, clinician_source_id: sourceId(platform, clinician), patient_source_id: sourceId(platform, patient) };
  }
}

function pseudonymIn(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

function sourceId({ identities }: Platform, pseudonym: string): string {
  if (pseudonym === '') return '';
  const revealed = identities.reveal(pseudonym);
  return revealed.state === 'known' ? `${revealed.identity.authority}|${revealed.identity.identifier}` : `(${revealed.state})`;
}

async function record({ log, clock, policy }: Platform, { actor, reason }: Revealing, clinician: string, patient: string): Promise<void> {
  const now = clock.now();
  const event = storedEvent(identityRevealed, {
    id: randomUUID(),
    source: SOURCE,
    occurred: { instant: now, precision: 'millisecond', zone: policy.institution.zone },
    recordedAt: now,
    ingestedAt: now,
    data: { clinician, actor, reason, ...(patient === '' ? {} : { patient }) },
  });
  await log.append([
    { partitionKey: event.partitionkey, key: eventKey({ source: event.source, id: event.id }), bytes: encodeEvent(event) },
  ]);
}
