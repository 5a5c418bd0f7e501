import { ProblemError } from '@plumbline/kernel';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const START_MILLISECONDS = 90_000;
/** A broker that does not stop in order by then is killed: its log is made for that. */
const STOP_MILLISECONDS = 20_000;
const STARTED = 'Kafka Server started';
/** A broker for tests and trials lives for minutes: Java's second compiler would take a tenth of the cores meanwhile and never earn it back. */
const JAVA = ['-Xms256m', '-Xmx512m', '-XX:TieredStopAtLevel=1'];
const KEPT_CHARACTERS = 20_000;

/** The broker's Java process, one run of it. */
export class BrokerProcess {
  private readonly killWithUs = (): void => {
    this.child.kill('SIGKILL');
  };

  private constructor(
    private readonly child: ChildProcess,
    private readonly ended: Promise<unknown>,
  ) {
    process.once('exit', this.killWithUs);
    void ended.then(() => process.off('exit', this.killWithUs));
  }

  /** Resolves when the broker accepts clients. @throws ProblemError `local-kafka.not-started` with the broker's last words as its cause */
  static async start(classPath: string, propertiesFile: string): Promise<BrokerProcess> {
    const child = spawn('java', [...JAVA, '-cp', classPath, 'kafka.Kafka', propertiesFile], { stdio: ['ignore', 'pipe', 'pipe'] });
    const broker = new BrokerProcess(child, once(child, 'close'));
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const fail = (): void => {
        reject(notStarted(said));
      };
      const late = setTimeout(fail, START_MILLISECONDS);
      const listen = (chunk: Buffer): void => {
        said = (said + chunk.toString('utf8')).slice(-KEPT_CHARACTERS);
        if (!said.includes(STARTED)) return;
        clearTimeout(late);
        child.off('close', fail);
        for (const stream of [child.stdout, child.stderr]) stream.off('data', listen).resume();
        resolve();
      };
      child.once('error', reject).once('close', fail);
      for (const stream of [child.stdout, child.stderr]) stream.on('data', listen);
    }).catch(async (error: unknown) => {
      await broker.kill();
      throw error;
    });
    return broker;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  signal(name: 'SIGSTOP' | 'SIGCONT'): void {
    this.child.kill(name);
  }

  /** Ends it at once, as a crash does. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGCONT');
    this.child.kill('SIGTERM');
    const late = setTimeout(this.killWithUs, STOP_MILLISECONDS);
    await this.ended;
    clearTimeout(late);
  }
}

const notStarted = (said: string): ProblemError =>
  new ProblemError(
    {
      code: 'local-kafka.not-started',
      reason: 'The local Kafka did not start.',
      remedy: "Read the broker's own words, which are the cause of this error; an empty directory starts anew.",
    },
    { cause: new Error(said) },
  );
