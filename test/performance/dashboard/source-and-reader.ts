import { spawn } from 'node:child_process';
import { join } from 'node:path';
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
 * @throws Error with what the process said where it did not end well.
 */
export function sendAndRead(errand: Errand): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(__dirname, 'source-and-reader.child.js')], { stdio: ['pipe', 'pipe', 'inherit'] });
    const printed: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(printed).toString('utf8')) as Seen);
      else reject(new Error(`source and reader ended with ${code}`));
    });
    child.stdin.end(JSON.stringify(errand));
  });
}
