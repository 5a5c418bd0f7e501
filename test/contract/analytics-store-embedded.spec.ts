import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalyticsStore, sql } from '@plumbline/analytics-store';
import { analyticsStoreContract } from './analytics-store.contract';

analyticsStoreContract('embedded', () => openAnalyticsStore({ path: mkdtempSync(join(tmpdir(), 'plumbline-store-')), readSeconds: 2 }));

it('a statement that groups more than it may have in memory does so on disk', async () => {
  const store = await openAnalyticsStore({ path: mkdtempSync(join(tmpdir(), 'plumbline-store-')) });
  const texts = 2_500_000;
  const kept = sql`SELECT argMax(concat(toString(number), repeat('x', 1000)), number + 1) AS text FROM numbers(${texts}) GROUP BY number`;
  const read = await store.query(sql`SELECT count() AS texts, max(length(text)) AS longest FROM (${kept})`);
  expect(read).toEqual([{ texts, longest: 1_007 }]);
  await store.close();
});
