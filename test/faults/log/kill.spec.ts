import { openEmbeddedLog } from '@plumbline/event-log';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded, startChild, until } from './child';
import { compare, parseLedger, type Acknowledged } from './ledger';

const KILLS = Number(process.env['PLUMBLINE_KILLS'] ?? 12);

describe('kill -9 in mid-append', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plumbline-kill-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  it(
    `loses and doubles no acknowledged record in ${KILLS} kills of one log`,
    async () => {
      const random = seeded(20_261_121);
      const acknowledged: Acknowledged[] = [];
      for (let cycle = 0; cycle < KILLS; cycle += 1) {
        const child = startChild({ directory, prefix: `cycle${cycle}` });
        await until(() => child.said().includes('\n'), 'the first acknowledgement');
        await new Promise((resolve) => setTimeout(resolve, random() * 250));
        child.process.kill('SIGKILL');
        await child.ended;
        acknowledged.push(...parseLedger(child.said()).acknowledged);
        if (cycle % 5 !== 4 && cycle !== KILLS - 1) continue;
        const log = await openEmbeddedLog({ directory });
        expect(await compare(log, acknowledged)).toEqual({ lost: [], doubled: [] });
        await log.close();
      }
      expect(acknowledged.length).toBeGreaterThan(KILLS * 10);
      if (KILLS > 50) process.stdout.write(`${KILLS} kills, ${acknowledged.length} records acknowledged, 0 lost, 0 doubled\n`);
    },
    60_000 + KILLS * 6_000,
  );

  it('would notice a lost and a doubled record', async () => {
    const child = startChild({ directory, prefix: 'whole', appends: 40 });
    await child.ended;
    const { acknowledged } = parseLedger(child.said());
    const log = await openEmbeddedLog({ directory });
    const [first] = acknowledged;
    expect((await compare(log, [...acknowledged, ['never-stored', 0, 3]])).lost).toEqual(['never-stored']);
    await log.append([{ partitionKey: '*', key: first?.[0] ?? '', bytes: Buffer.from('again') }]);
    expect((await compare(log, acknowledged)).doubled).toContain(first?.[0]);
    await log.close();
  });
});
