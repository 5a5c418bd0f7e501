import { sql, table } from '@plumbline/analytics-store';
import { earlierRows, projectedTables, sameRows, type EarlierRows } from '@plumbline/projecting';
import { wardRecords } from './hospital';
import { digestsOf, openGround, openWard, removeDirectory, settle, temporaryDirectory, type Ground } from './platform';

/** Tables that are compared while more is written, as they are on a platform that runs. */
describe('rows before some positions', () => {
  const directory = temporaryDirectory('comparing');
  let ground: Ground;
  let ends: readonly number[];
  let before: ReadonlyMap<string, EarlierRows>;
  let digests: Readonly<Record<string, string>>;

  const tables = async (): Promise<ReadonlyMap<string, EarlierRows>> =>
    new Map(
      await Promise.all(
        projectedTables.map(async (projected) => [projected.table, await earlierRows(ground.store, projected, ends)] as const),
      ),
    );
  const different = async (): Promise<readonly string[]> => {
    const now = await tables();
    return [...before].flatMap(([name, rows]) => (sameRows(rows, now.get(name)!) ? [] : [name]));
  };

  beforeAll(async () => {
    ground = await openGround(directory);
    const projector = await openWard(ground);
    await ground.log.append(wardRecords(0, 600));
    await settle(ground, projector);
    ends = await ground.log.ends();
    before = await tables();
    digests = await digestsOf(ground.store);
    await ground.log.append(wardRecords(600, 700));
    await settle(ground, projector);
    await projector.close();
  });

  afterAll(async () => {
    await ground.close();
    removeDirectory(directory);
  });

  it('stay the same while later ones come, those too that later ones take the place of', async () => {
    expect(await different()).toEqual([]);
    const now = await digestsOf(ground.store);
    for (const name of ['events', 'finding_revisions', 'undetermined']) expect(now[name]).not.toBe(digests[name]);
  });

  it.each(['events', 'finding_revisions', 'alert_states', 'undetermined'])('are not the same where some of %s are gone', async (name) => {
    const [first] = await ground.store.query<{ position: number }>(
      sql`SELECT min(position) AS position FROM ${table(name)} ${name === 'undetermined' ? sql`FINAL` : sql``} WHERE partition = 0`,
    );
    await ground.store.execute(
      sql`ALTER TABLE ${table(name)} DELETE WHERE partition = 0 AND position = ${first!.position} SETTINGS mutations_sync = 2`,
    );
    expect(await different()).toContain(name);
  });
});
