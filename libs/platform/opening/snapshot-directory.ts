import type { Lifecycle } from '@plumbline/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where folds are saved: a place that outlives the process where one is configured, else one of its own that ends with it. */
export async function snapshotDirectory({ snapshots }: { readonly snapshots: string | undefined }, lifecycle: Lifecycle): Promise<string> {
  if (snapshots !== undefined) return snapshots;
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-snapshots-'));
  lifecycle.onStop('saved folds', () => rm(directory, { recursive: true, force: true }));
  return directory;
}
