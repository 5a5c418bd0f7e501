import type { Progress } from '@plumbline/operations';
import { Presets, SingleBar } from 'cli-progress';

/** Where nobody watches, a line now and then is enough. */
const LINE_EVERY_MILLISECONDS = 5_000;

/** Shows how far an operation is: a bar on a terminal, a line every five seconds elsewhere. Standard output stays for results. */
export class ProgressDisplay {
  private bar: SingleBar | undefined;
  private what: string | undefined;
  private lastLine = Date.now();

  constructor(private readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean }) {}

  readonly report = ({ what, done, total, unit }: Progress): void => {
    if (total === 0) return;
    if (this.stream.isTTY !== true) {
      this.line(what, done, total, unit);
      return;
    }
    if (what !== this.what || this.bar === undefined) {
      this.stop();
      this.what = what;
      this.bar = new SingleBar(
        { stream: this.stream, format: '  {what} {bar} {percentage} % · {value} of {total} {unit}', hideCursor: true, etaBuffer: 50 },
        Presets.shades_classic,
      );
      this.bar.start(total, done, { what, unit });
      return;
    }
    this.bar.setTotal(total);
    this.bar.update(done);
  };

  stop(): void {
    this.bar?.stop();
    this.bar = undefined;
    this.what = undefined;
  }

  private line(what: string, done: number, total: number, unit: string): void {
    const now = Date.now();
    if (now - this.lastLine < LINE_EVERY_MILLISECONDS) return;
    this.lastLine = now;
    this.stream.write(`  ${what}: ${done} of ${total} ${unit}\n`);
  }
}
