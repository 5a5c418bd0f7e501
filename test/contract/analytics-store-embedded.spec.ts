import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalyticsStore } from '@plumbline/analytics-store';
import { analyticsStoreContract } from './analytics-store.contract';

analyticsStoreContract('embedded', () => openAnalyticsStore({ path: mkdtempSync(join(tmpdir(), 'plumbline-store-')), readSeconds: 2 }));
