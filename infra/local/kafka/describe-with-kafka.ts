import { missingForLocalKafka } from './requirements';

/**
 * A suite that needs a local Kafka. Where Java or Maven is missing it fails in continuous integration (a skipped proof looks like a
 * proof), and on a person's machine it is skipped with a line that says what to install.
 */
export function describeWithKafka(title: string, specifications: () => void): void {
  const missing = missingForLocalKafka();
  if (missing === undefined) {
    describe(title, specifications);
  } else if (process.env['CI'] === undefined) {
    process.stderr.write(`Skipped: ${title}. ${missing}\n`);
    describe.skip(title, specifications);
  } else {
    it(title, () => {
      throw new Error(missing);
    });
  }
}
