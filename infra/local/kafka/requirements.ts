import { ProblemError } from '@plumbline/kernel';
import { spawnSync } from 'node:child_process';

const TOOLS: readonly { readonly command: string; readonly argument: string; readonly install: string }[] = [
  { command: 'java', argument: '-version', install: 'a Java runtime of version 17 or newer (Debian: default-jre-headless)' },
  { command: 'mvn', argument: '-version', install: 'Maven (Debian: maven)' },
];

let found: string | undefined | null = null;

/** Undefined where a local Kafka can be started; otherwise one sentence that says what to install. */
export function missingForLocalKafka(): string | undefined {
  if (found === null) {
    const missing = TOOLS.filter(({ command, argument }) => spawnSync(command, [argument], { stdio: 'ignore' }).status !== 0);
    found = missing.length === 0 ? undefined : `A local Kafka needs ${missing.map(({ install }) => install).join(' and ')} on the PATH.`;
  }
  return found;
}

/** @throws ProblemError `local-kafka.tool-missing` */
export function requireLocalKafka(): void {
  const missing = missingForLocalKafka();
  if (missing === undefined) return;
  throw new ProblemError({ code: 'local-kafka.tool-missing', reason: missing, remedy: 'Install it and run the command again.' });
}
