import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalyticsStore } from '@plumbline/analytics-store';
import { startClickHouseFront, type ClickHouseFront } from '../../infra/local/clickhouse';
import { analyticsStoreContract } from './analytics-store.contract';

const directory = mkdtempSync(join(tmpdir(), 'plumbline-store-'));
let front: ClickHouseFront | undefined;

analyticsStoreContract('over the ClickHouse front', async () => {
  front = await startClickHouseFront({ directory, password: 'contract' });
  return openAnalyticsStore({ url: front.url, username: front.username, password: front.password, readSeconds: 2 });
});

afterAll(async () => {
  await front?.stop();
  rmSync(directory, { recursive: true, force: true });
});
