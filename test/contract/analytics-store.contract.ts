import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identifier, instant, joinSql, migrate, sql, table, typed, type AnalyticsStore } from '@plumbline/analytics-store';

const numbered = (...numbers: readonly number[]): readonly object[] => numbers.map((n) => ({ n }));

/** What every analytics store must do, whichever engine stands behind it. `open` gives an empty one that stops queries after 2 seconds. */
export function analyticsStoreContract(name: string, open: () => Promise<AnalyticsStore>): void {
  describe(`an analytics store (${name})`, () => {
    let store: AnalyticsStore;
    let directory: string;

    beforeAll(async () => {
      directory = mkdtempSync(join(tmpdir(), 'plumbline-contract-'));
      store = await open();
      await migrate(store);
      await store.execute(
        sql`CREATE TABLE ${table('probe')} (n UInt64, label String, at DateTime64(3, 'UTC'), tags Array(String), data String)
            ENGINE = MergeTree ORDER BY n SETTINGS non_replicated_deduplication_window = 100`,
      );
    });
    afterAll(async () => {
      await store.close();
      rmSync(directory, { recursive: true, force: true });
    });
    beforeEach(() => store.execute(sql`TRUNCATE TABLE ${table('probe')}`));

    const count = async (): Promise<number> =>
      (await store.query<{ rows: number }>(sql`SELECT count() AS rows FROM ${table('probe')}`))[0]!.rows;

    it('returns what was inserted, instants to the millisecond and JSON text as it was written', async () => {
      const at = Date.UTC(1954, 1, 26, 23, 6, 40, 7);
      const columns = ['n', 'at', 'label', 'tags', 'data'];
      await store.insert(
        'probe',
        { columns, bytes: Buffer.from(`[1,${String(at)},"ä",["x'y"],{"b": "\\u00e9",  "a":1}]`) },
        { token: 'one' },
      );
      await store.insert('probe', [{ n: 2, label: '', at: '2026-03-29 01:30:00.001', tags: [], data: '' }], { token: 'two' });
      expect(await store.query(sql`SELECT * FROM ${table('probe')} ORDER BY n`)).toEqual([
        { n: 1, label: 'ä', at: '1954-02-26T23:06:40.007Z', tags: ["x'y"], data: '{"b": "\\u00e9",  "a":1}' },
        { n: 2, label: '', at: '2026-03-29T01:30:00.001Z', tags: [], data: '' },
      ]);
    });

    it('keeps a repeated batch once, and does not take the next batch for a repeat', async () => {
      for (let attempt = 0; attempt < 3; attempt += 1) await store.insert('probe', numbered(1, 2), { token: 'probe:0:1-2' });
      await store.insert('probe', numbered(3), { token: 'probe:0:3-3' });
      expect(await count()).toBe(3);
    });

    it('inserts under a condition as long as it holds, and keeps no row of a batch after that', async () => {
      const provided = sql`(SELECT count() FROM ${table('probe')}) < ${3}`;
      await store.insert(
        'probe',
        { columns: ['data', 'n'], bytes: Buffer.from('[{"a":"\\u00e9"},1]\n') },
        { token: 'condition-1', provided },
      );
      await store.insert('probe', [{ n: 2 }, { n: 3, at: 7, tags: ['x'] }], { token: 'condition-2', provided });
      const late = store.insert('probe', numbered(4), { token: 'condition-3', provided });
      await expect(late).rejects.toMatchObject({ code: 'analytics-store.condition-failed' });
      expect(await store.query(sql`SELECT n, at, data FROM ${table('probe')} ORDER BY n`)).toEqual([
        { n: 1, at: '1970-01-01T00:00:00.000Z', data: '{"a":"\\u00e9"}' },
        { n: 2, at: '1970-01-01T00:00:00.000Z', data: '' },
        { n: 3, at: '1970-01-01T00:00:00.007Z', data: '' },
      ]);
    });

    it('refuses a row with a field that the table does not have, and keeps none of its batch', async () => {
      await expect(store.insert('probe', [{ n: 1 }, { n: 2, lable: 'x' }], { token: 'typo' })).rejects.toMatchObject({
        code: 'analytics-store.failed',
        problems: [{ facts: { engineCode: '117' } }],
      });
      expect(await count()).toBe(0);
    });

    it.each([
      ['of a column that the table does not have', ['n', 'lable'], '[1,"x"]'],
      ['with a value too few', ['n', 'label'], '[1,"x"]\n[2]'],
      ['with a value too many', ['n'], '[1]\n[2,"x"]'],
      ['whose value is of another kind', ['n', 'label'], '[1,"x"]\n["y","x"]'],
    ])('refuses a line %s, and keeps none of its batch', async (_what, columns, lines) => {
      const insert = (options: object): Promise<void> =>
        store.insert('probe', { columns, bytes: Buffer.from(lines) }, { token: `wrong-${lines.length}-${columns.length}`, ...options });
      await expect(insert({})).rejects.toMatchObject({ code: 'analytics-store.failed' });
      await expect(insert({ provided: sql`1 = ${1}` })).rejects.toMatchObject({ code: 'analytics-store.failed' });
      expect(await count()).toBe(0);
    });

    it('gives a column its default where a line has null', async () => {
      await store.insert('probe', { columns: ['n', 'label', 'tags'], bytes: Buffer.from('[1,null,null]') }, { token: 'null' });
      expect(await store.query(sql`SELECT n, label, tags FROM ${table('probe')}`)).toEqual([{ n: 1, label: '', tags: [] }]);
    });

    it.each(["'; DROP TABLE probe; --", "a'b\\n\n\tü", '{p0:String}', '\\', ''])(
      'binds the text %j as a value and nothing else',
      async (text) => {
        await store.insert('probe', [{ n: 1, label: text, at: 0 }], {
          token: `text-${String(text.length)}-${Buffer.from(text).toString('hex')}`,
        });
        const rows = await store.query<{ label: string; tags: string[] }>(
          sql`SELECT label, ${[text, 'x']} AS tags FROM ${table('probe')} WHERE label = ${text} AND label IN ${[text]}`,
        );
        expect(rows).toEqual([{ label: text, tags: [text, 'x'] }]);
      },
    );

    it('composes fragments, names and values of several types', async () => {
      await store.insert(
        'probe',
        [1, 2, 3, 4].map((n) => ({ n, at: n * 1_000 })),
        { token: 'four' },
      );
      const conditions = joinSql([sql`n > ${1}`, sql`at <= ${instant(3_000)}`, sql`${typed('Nullable(String)', null)} IS NULL`], ' AND ');
      const order = identifier('n', ['n', 'label']);
      const rows = await store.query<{ n: number }>(
        sql`SELECT n FROM ${table('probe')} WHERE ${conditions} ORDER BY ${order} DESC LIMIT ${typed('UInt32', 10)}`,
      );
      expect(rows).toEqual([{ n: 3 }, { n: 2 }]);
    });

    it('never writes through a query', async () => {
      await expect(store.query(sql`INSERT INTO ${table('probe')} (n) VALUES (1)`)).rejects.toBeInstanceOf(Error);
      await expect(store.query(sql`SELECT 1 SETTINGS readonly = 0`)).rejects.toBeInstanceOf(Error);
      expect(await count()).toBe(0);
    });

    it('stops a query that runs too long, and says so without quoting it', async () => {
      const slow = store.query(sql`SELECT sum(sipHash64(number, 'secret')) FROM numbers(100000000000)`);
      const error = await slow.then(
        () => undefined,
        (thrown: unknown) => thrown as Error,
      );
      expect(error).toMatchObject({ code: 'analytics-store.too-slow' });
      expect(error?.message).not.toContain('secret');
    });

    it('answers many readers at once while it writes', async () => {
      const writes = Array.from({ length: 10 }, (_, index) => store.insert('probe', numbered(index), { token: `w${String(index)}` }));
      const reads = Array.from({ length: 30 }, (_, index) => store.query<{ n: number }>(sql`SELECT ${index} AS n`));
      expect((await Promise.all(reads)).map((rows) => rows[0]?.n)).toEqual(Array.from({ length: 30 }, (_, index) => index));
      await Promise.all(writes);
      expect(await count()).toBe(10);
    });

    it('streams a result as NDJSON with bound values, and lets go of a stream that is left early', async () => {
      const statement = sql`SELECT number AS n, ${"it's"} AS label FROM numbers(${200_000})`;
      let text = '';
      for await (const chunk of store.stream(statement)) text += Buffer.from(chunk).toString('utf8');
      const lines = text.trimEnd().split('\n');
      expect(lines).toHaveLength(200_000);
      expect(JSON.parse(lines[199_999]!)).toEqual({ n: 199_999, label: "it's" });
      for await (const chunk of store.stream(statement)) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      const again: Uint8Array[] = [];
      for await (const chunk of store.stream(sql`SELECT 1 AS n`)) again.push(chunk);
      expect(Buffer.concat(again).toString()).toBe('{"n":1}\n');
    });

    it('never lets a stream that failed on its way look whole', async () => {
      const failing = store.stream(sql`SELECT throwIf(number = ${1_500_000}) AS n FROM numbers(${2_000_000})`);
      await expect(
        (async () => {
          for await (const chunk of failing) expect(chunk.length).toBeGreaterThan(0);
        })(),
      ).rejects.toBeInstanceOf(Error);
      expect(await count()).toBe(0);
    });

    it('binds a text of a megabyte', async () => {
      const long = "'ä\\".repeat(250_000);
      expect(await store.query(sql`SELECT length(${long}) AS bytes`)).toEqual([{ bytes: Buffer.byteLength(long) }]);
    });

    it('writes a Parquet file that reads back', async () => {
      const file = join(directory, "it's.parquet");
      await store.exportFile(sql`SELECT number AS n, toString(number) AS label FROM numbers(${50_000})`, 'Parquet', file);
      const bytes = readFileSync(file);
      expect(bytes.subarray(0, 4).toString()).toBe('PAR1');
      expect(bytes.subarray(-4).toString()).toBe('PAR1');
    });

    it('looks at another database through the same connections', async () => {
      const other = store.inDatabase('plumbline_other');
      await migrate(other);
      expect(
        await other.query<{ name: string }>(
          sql`SELECT database AS name FROM system.tables AS tables WHERE tables.name = 'alert_states' ORDER BY 1`,
        ),
      ).toEqual([{ name: store.database }, { name: 'plumbline_other' }]);
      await other.execute(sql`DROP DATABASE plumbline_other SYNC`);
    });

    it('applies each migration once and refuses one that was edited afterwards', async () => {
      expect(await migrate(store)).toEqual([]);
      const edited = { number: 1, name: 'events', checksum: 'another', statements: [] };
      await expect(migrate(store, [edited])).rejects.toMatchObject({ code: 'analytics-store.migration-changed' });
    });
  });
}
