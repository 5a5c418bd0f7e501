import { openEmbeddedLog } from '@plumbline/event-log';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { requireTracer, seeded, startChild } from './child';
import { compare, parseLedger } from './ledger';
import { imageAt, lyingDisk, parseTrace, tracer, type Call } from './recording';

const CUTS = Number(process.env['PLUMBLINE_CUTS'] ?? 60);
const KEPT = ['log.sqlite', 'log.sqlite-wal', 'acknowledged'];

interface Recording {
  readonly calls: readonly Call[];
  readonly directory: string;
}

describe('a power cut', () => {
  let place: string;
  let honest: Recording;
  let lying: Recording;

  async function record(name: string, more: readonly string[]): Promise<Recording> {
    const trace = join(place, `${name}.trace`);
    const directory = join(place, name);
    const child = startChild({ directory, prefix: name, appends: 350, under: [...tracer(trace), ...more] });
    await child.ended;
    const calls = parseTrace(await readFile(trace, 'latin1'));
    await rm(trace);
    return { calls, directory };
  }

  beforeAll(async () => {
    requireTracer();
    place = await mkdtemp(join(tmpdir(), 'plumbline-power-'));
    honest = await record('honest', []);
    lying = await record('lying', lyingDisk);
  });

  afterAll(async () => {
    await rm(place, { recursive: true });
  });

  const said = (calls: readonly Call[]) => calls.filter((call) => call.kind === 'said');

  /** Rebuilds the directory as it is after the cut, opens it, and says what is wrong with it: nothing, or what was lost. */
  async function damage({ calls }: Recording, cut: number, random: () => number): Promise<string | undefined> {
    const directory = join(place, 'after');
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory);
    const paths = new Set(calls.flatMap((call) => (call.kind === 'write' ? [call.path] : [])));
    for (const path of paths) {
      if (KEPT.includes(basename(path))) await writeFile(join(directory, basename(path)), imageAt(calls, path, cut, random));
    }
    const output = Buffer.concat(said(calls).flatMap((call) => (call.started < cut ? [call.data] : []))).toString('utf8');
    const { acknowledged } = parseLedger(output);
    expect(acknowledged.length).toBeGreaterThan(0);
    try {
      const log = await openEmbeddedLog({ directory });
      try {
        const { lost, doubled } = await compare(log, acknowledged);
        return lost.length + doubled.length === 0 ? undefined : `lost ${lost.length} from ${lost[0]} on, doubled ${doubled.length}`;
      } finally {
        await log.close();
      }
    } catch (error) {
      return String(error);
    }
  }

  /** The cuts, at seeded moments between the first and the last acknowledgement, that did damage. */
  async function damaging(recording: Recording): Promise<readonly string[]> {
    const moments = said(recording.calls).map(({ started }) => started);
    const [first = 0, last = 0] = [moments[0], moments.at(-1)];
    const found: string[] = [];
    for (let seed = 1; seed <= CUTS; seed += 1) {
      const random = seeded(seed);
      const cut = first + 1 + Math.floor(random() * (last - first));
      const damaged = await damage(recording, cut, random);
      if (damaged !== undefined) found.push(`cut ${seed} before line ${cut}: ${damaged}`);
    }
    return found;
  }

  it('is simulated from a complete recording: replayed to its end it gives the very files', async () => {
    for (const name of ['log.sqlite', 'acknowledged']) {
      const path = join(honest.directory, name);
      expect(imageAt(honest.calls, path, Number.POSITIVE_INFINITY, () => 0.999_999).equals(await readFile(path))).toBe(true);
    }
  });

  it('meets a log whose file names were made durable before the first acknowledgement', () => {
    const first = said(honest.calls)[0]?.started ?? -1;
    const named = honest.calls.filter((call) => call.kind === 'sync' && call.path === honest.directory && call.ended < first);
    const written = honest.calls.find((call) => call.kind === 'write' && call.path.endsWith('-wal'));
    expect(named.some(({ started }) => started > (written?.started ?? Infinity))).toBe(true);
  });

  it('also falls into the copying back of the write-ahead log', () => {
    const last = said(honest.calls).at(-1)?.started ?? 0;
    const first = said(honest.calls)[0]?.started ?? 0;
    const copied = honest.calls.filter(
      (call) => call.kind === 'write' && call.path.endsWith('log.sqlite') && call.started > first && call.started < last,
    );
    expect(copied.length).toBeGreaterThan(10);
  });

  it(`loses no acknowledged record in ${CUTS} cuts`, async () => {
    expect(await damaging(honest)).toEqual([]);
  }, 600_000);

  it('loses acknowledged records in at least 95 of 100 cuts where the disk only pretends to sync', async () => {
    expect((await damaging(lying)).length).toBeGreaterThanOrEqual(0.95 * CUTS);
  }, 600_000);
});
