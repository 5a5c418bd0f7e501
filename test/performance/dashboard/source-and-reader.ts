import { join } from 'node:path';
import { jsonOfProcess } from '../json-of-process';
import type { Person } from './signed-in';
import type { Delays } from './visible-alerts';

/** What the process of the source and the reader is told. */
export interface Errand {
  readonly person: Person;
  /** What the source shows when it sends. */
  readonly token: string;
  /** Events a second. */
  readonly rate: number;
  readonly clinicians: number;
  readonly probes: number;
}

/** What they saw, and the rate that was kept. */
export interface Seen extends Delays {
  readonly rate: number;
}

/**
 * Sends events steadily over HTTP, among them reports that each make an alert, and waits for those, in a process of its own: nobody who sends or reads
 * shares the platform's event loop and its memory.
 * @throws Error where the process does not end well; what it said stands above.
 */
export function sendAndRead(errand: Errand): Promise<Seen> {
  return jsonOfProcess('source and reader', [join(__dirname, 'source-and-reader.child.js')], JSON.stringify(errand));
}
