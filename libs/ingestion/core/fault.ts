import type { Problem } from '@plumbline/kernel';

/** A fault of the program that one record met. Anything else, such as a full disk, concerns all records and is not set aside. */
export const isProgramFault = (error: unknown): error is Error =>
  error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError || error instanceof ReferenceError;

/** What quarantine says of a record on which the platform itself failed. The error's message is left out, since it may quote the record. */
export function faultOf(error: Error): Problem {
  const at = /at .*?([\w.-]+:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1] ?? 'unknown';
  return {
    code: 'ingestion.fault',
    reason: `The platform itself failed on this record (${error.name} at ${at}).`,
    remedy: 'Report this sentence with the release; replay the record once a corrected release runs.',
    facts: { fault: error.name, at },
  };
}
