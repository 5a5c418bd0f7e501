import { openEmbeddedLog } from '@plumbline/event-log';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireTracer, startChild } from './child';
import { compare, parseLedger, type Ledger } from './ledger';

describe('writes that fail', () => {
  let directory: string;

  beforeAll(requireTracer);

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plumbline-writes-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  /**
   * Lets calls of an appending child fail, and gives what the child said, in its order. The tracer counts the calls of each thread apart, so
   * libsql is given a single one: of several, one could come to its failing calls when the others have long been through theirs.
   */
  async function appendWith(inject: string): Promise<{ readonly ledger: Ledger; readonly lines: readonly string[] }> {
    const call = inject.slice(0, inject.indexOf(':'));
    const options = [
      '-f',
      '-qq',
      '-E',
      'TOKIO_WORKER_THREADS=1',
      '-e',
      'signal=none',
      '-o',
      '/dev/null',
      '-e',
      `trace=${call}`,
      '-e',
      `inject=${inject}`,
    ];
    const child = startChild({ directory, prefix: 'a', appends: 300, under: ['strace', ...options] });
    await child.ended;
    return { ledger: parseLedger(child.said()), lines: child.said().split('\n').slice(0, -1) };
  }

  async function expectNothingLost({ acknowledged }: Ledger): Promise<void> {
    const log = await openEmbeddedLog({ directory });
    expect(await compare(log, acknowledged)).toEqual({ lost: [], doubled: [] });
    await log.append([{ partitionKey: '*', key: 'afterwards', bytes: Buffer.from('{}') }]);
    await log.close();
  }

  it('refuses acknowledgements while the disk is full and gives them again as soon as there is space', async () => {
    const { ledger, lines } = await appendWith('pwrite64:error=ENOSPC:when=60..90');
    expect(new Set(ledger.refused.map(({ refused }) => refused))).toEqual(new Set(['log.disk-full']));
    expect(lines.findLastIndex((line) => line.includes('refused'))).toBeLessThan(lines.length - 1);
    expect(ledger.acknowledged.length).toBeGreaterThan(100);
    await expectNothingLost(ledger);
  });

  it('closes on a full disk, lets the directory go, and loses nothing', async () => {
    const { ledger } = await appendWith('pwrite64:error=ENOSPC:when=60+');
    expect(ledger.refused.length).toBeGreaterThan(0);
    await expectNothingLost(ledger);
  });

  it.each(['pwrite64:error=EIO:when=60..70', 'fsync:error=EIO:when=12'])(
    'acknowledges nothing more after a failed write or sync, because nobody knows what the disk holds (%s)',
    async (inject) => {
      const { ledger, lines } = await appendWith(inject);
      const first = lines.findIndex((line) => line.includes('refused'));
      expect(first).toBeGreaterThan(0);
      for (const line of lines.slice(first)) expect(line).toContain('log.write-failed');
      await expectNothingLost(ledger);
    },
  );
});
