import { administration } from '@plumbline/operations';
import { announce, openPlatform, readPlatformConfiguration, withdrawAnnouncement } from '@plumbline/platform';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { EXIT } from './exit-codes';
import { runCommandLine } from './program';

interface Answer {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
}

const text = (stream: PassThrough): string => (stream.read() as Buffer | null)?.toString('utf8') ?? '';

describe('the command line', () => {
  let place: string;
  let environment: Record<string, string>;

  async function plumbline(...args: string[]): Promise<Answer> {
    const [out, error] = [new PassThrough(), new PassThrough()];
    const exitCode = await runCommandLine(args, { out, error, environment, workingDirectory: place });
    return { exitCode, out: text(out), error: text(error) };
  }
  const json = async (...args: string[]): Promise<Record<string, unknown>> =>
    JSON.parse((await plumbline('--json', ...args)).out) as Record<string, unknown>;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'plumbline-cli-'));
    environment = { PLUMBLINE_DATA_DIR: join(place, 'data') };
    const simulated = await plumbline('simulate', '--seed', '7', '--clinicians', '8', '--days', '60', '--out', '.');
    expect(simulated).toMatchObject({ exitCode: EXIT.done });
    const imported = await plumbline('import', 'hospital', '--source-folders');
    expect(imported).toMatchObject({ exitCode: EXIT.done });
    expect(imported.out).toMatch(/accepted/);
  }, 120_000);

  afterAll(async () => {
    await rm(place, { recursive: true });
  });

  it('takes the same files again and changes nothing', async () => {
    const { totals } = (await json('import', 'hospital/messaging/2026-09', '--source', 'messaging')) as {
      totals: Record<string, number>;
    };
    expect(totals['accepted']).toBe(0);
    expect(totals['repeated']).toBeGreaterThan(100);
  });

  it('verifies the log', async () => {
    const verified = await json('verify');
    expect(verified['sound']).toBe(true);
    expect(verified['records']).toBeGreaterThan(100);
  });

  it.each(['rebuild', 'replay'])('finds the tables equal to the log by %s', async (command) => {
    const { exitCode, out } = await plumbline(command);
    expect(out).toMatch(/are equal, row for row/);
    expect(exitCode).toBe(EXIT.done);
  });

  it('exports findings with pattern, policy, times and evidence, under pseudonyms', async () => {
    const { rows } = await json('export', 'findings', '--out', 'findings.csv');
    const [head = '', ...lines] = (await readFile(join(place, 'findings.csv'), 'utf8')).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(Number(rows));
    for (const column of [
      'pattern',
      'pattern_version',
      'policy_version',
      'clinician',
      'patient',
      'band',
      'tier',
      'event_time',
      'known_at',
      'evidence_ids',
      'status',
    ])
      expect(head.split(',')).toContain(column);
    if (Number(rows) > 0) expect(lines[0]).toMatch(/K-[0-9A-HJKMNP-TV-Z]{12}/);
  });

  it.each(['events', 'alerts', 'quarantine'])('exports %s in all three formats', async (what) => {
    for (const format of ['csv', 'ndjson', 'parquet']) {
      const file = `${what}.${format}`;
      expect((await plumbline('export', what, '--format', format, '--out', file)).exitCode).toBe(EXIT.done);
      const bytes = await readFile(join(place, file));
      if (format === 'parquet') expect(bytes.subarray(0, 4).toString()).toBe('PAR1');
    }
  });

  it('gives source identifiers only with a reason, and keeps that in the log first', async () => {
    expect((await plumbline('export', 'events', '--source-ids', '--out', 'x.csv')).exitCode).toBe(EXIT.usage);
    const reason = 'The board asked for it on paper';
    await plumbline('export', 'events', '--format', 'ndjson', '--source-ids', '--reason', reason, '--out', 'named.ndjson');
    expect(await readFile(join(place, 'named.ndjson'), 'utf8')).toMatch(/"clinician_source_id":"[^"(]+\|/);
    await plumbline('export', 'events', '--format', 'ndjson', '--out', 'after.ndjson');
    expect(await readFile(join(place, 'after.ndjson'), 'utf8')).toContain(reason);
  });

  it('puts what it cannot read into quarantine, shows it, and takes a mended copy over', async () => {
    await writeFile(join(place, 'bad.ndjson'), '{"specversion":"1.0","id":"1","source":"x","type":"no.such-type","data":{}}\n');
    expect((await plumbline('import', 'bad.ndjson')).exitCode).toBe(EXIT.attention);
    const { entries } = (await json('quarantine', 'list')) as { entries: { id: string; code: string }[] };
    const id = entries.at(-1)?.id ?? '';
    expect((await plumbline('quarantine', 'show', id)).out).toContain('no.such-type');
    const again = await plumbline('quarantine', 'replay', id);
    expect(again.exitCode).toBe(EXIT.attention);
    expect(again.out).toMatch(/stays/);
    expect((await plumbline('quarantine', 'show', 'Q-99999999')).exitCode).toBe(EXIT.failed);
  });

  it('lists every problem of a policy with its place', async () => {
    await writeFile(join(place, 'policy.yaml'), 'policy: 7\nversion: none\n');
    const { exitCode, out } = await plumbline('policy', 'check', 'policy.yaml');
    expect(exitCode).toBe(EXIT.found);
    expect(out.split('\n').length).toBeGreaterThan(2);
    expect((await plumbline('policy', 'check', 'absent.yaml')).exitCode).toBe(EXIT.failed);
  });

  it('explains a wrong command line and a path that is not there', async () => {
    expect((await plumbline('export', 'everything', '--out', 'x')).exitCode).toBe(EXIT.usage);
    expect((await plumbline('no-such-command')).exitCode).toBe(EXIT.usage);
    const absent = await plumbline('import', 'no-such-directory');
    expect(absent.exitCode).toBe(EXIT.failed);
    expect(absent.error).toMatch(/There is no file or directory/);
  });

  it('lists every wrong setting when it examines', async () => {
    environment = { ...environment, PLUMBLINE_PORT: 'many', PLUMBLINE_NO_SUCH: '1' };
    const { exitCode, out } = await plumbline('doctor');
    environment = { PLUMBLINE_DATA_DIR: join(place, 'data') };
    expect(exitCode).toBe(EXIT.found);
    expect(out).toMatch(/PLUMBLINE_PORT[^]*PLUMBLINE_NO_SUCH|PLUMBLINE_NO_SUCH[^]*PLUMBLINE_PORT/);
  });

  describe('beside a running platform', () => {
    it('asks it, and says plainly where it cannot', async () => {
      const platform = await openPlatform(readPlatformConfiguration(environment));
      expect((await plumbline('verify')).exitCode).toBe(EXIT.busy);
      const server = createServer((request, response) => {
        administration(platform, 'the-token')(request, response, () => response.writeHead(404).end());
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const directory = environment['PLUMBLINE_DATA_DIR'] ?? '';
      await announce(directory, { pid: process.pid, address, token: 'the-token' });
      expect(await json('verify')).toMatchObject({ sound: true });
      expect((await plumbline('export', 'findings', '--out', 'running.csv')).exitCode).toBe(EXIT.done);
      expect((await plumbline('quarantine', 'show', 'Q-99999999')).error).toMatch(/no such entry/);
      await announce(directory, { pid: process.pid, address, token: 'another-token' });
      const refused = await plumbline('verify');
      expect(refused).toMatchObject({ exitCode: EXIT.busy });
      expect(refused.error).toMatch(/does not take this operation/);
      await withdrawAnnouncement(directory);
      server.close();
      await platform.lifecycle.stop();
    });
  });
});
