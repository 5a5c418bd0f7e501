import type { StoredRecord } from '@plumbline/event-log';
import { decodeStored, type StoredEvent } from '@plumbline/events';
import { ProblemError } from '@plumbline/kernel';
import type { LoggedEvent } from '@plumbline/projections';

/** A quotation mark inside of a value is escaped, so this stands nowhere before its place. */
const BEFORE_DATA = ',"datacontenttype":"application/json","data":';

const textOf = (bytes: Uint8Array): string =>
  (Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).toString('utf8');

/** What a fold reads of a record; nobody who folds asks for its hash. */
export type FoldedRecord = Pick<StoredRecord, 'partition' | 'position' | 'key' | 'bytes'>;

/**
 * Reads a record once for everybody: as an event, and its data as the JSON text that stands in the log.
 * @throws ProblemError `event.unknown-version` for an event of a newer build, `projecting.unreadable-record` for bytes that are no event.
 */
export function decodeRecord({ bytes, partition, position }: FoldedRecord): LoggedEvent {
  const text = textOf(bytes);
  let stored: StoredEvent;
  try {
    stored = JSON.parse(text) as StoredEvent;
  } catch (error) {
    throw new ProblemError(
      {
        code: 'projecting.unreadable-record',
        reason: 'A record of the log is no event.',
        remedy: 'Run `plumbline verify` to find out whether the log was damaged.',
        facts: { partition, position },
      },
      { cause: error },
    );
  }
  const event = decodeStored(stored);
  const start = text.indexOf(BEFORE_DATA);
  // Raised to a newer version, the data is no longer what stands in the log.
  const asWritten = event.data === stored.data && start > 0;
  const dataText = asWritten ? text.slice(start + BEFORE_DATA.length, -1) : JSON.stringify(event.data);
  return { event, dataText, stored, partition, position };
}
