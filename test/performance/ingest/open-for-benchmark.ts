import { openPlatform, readPlatformConfiguration, untilRead, type Platform, type PlatformConfiguration } from '@plumbline/platform';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOURCE } from './event-lines';

export interface BenchmarkPlatform {
  readonly platform: Platform;
  readonly configuration: PlatformConfiguration;
  close(): Promise<void>;
}

/** The platform in an empty directory of its own, without a web server. */
export async function openForBenchmark(environment: Readonly<Record<string, string>> = {}): Promise<BenchmarkPlatform> {
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-bench-'));
  const configuration = readPlatformConfiguration({ PLUMBLINE_DATA_DIR: directory, PLUMBLINE_DEMO: 'false', ...environment });
  const platform = await openPlatform(configuration);
  return {
    platform,
    configuration,
    close: async () => {
      await platform.lifecycle.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Sends batches with several requests under way at a time and waits until every event can be read from the tables. */
export async function ingestAll(platform: Platform, batches: readonly Uint8Array[], concurrency = 4): Promise<void> {
  const waiting = batches.values();
  let taken = 0;
  const sender = async (): Promise<void> => {
    for (const batch of waiting) {
      const receipt = await platform.ingestion.accept(SOURCE, 'event-ndjson', batch);
      if (receipt.accepted !== receipt.records)
        throw new Error(`of ${receipt.records} events ${receipt.accepted} were accepted: ${JSON.stringify(receipt.issues[0])}`);
      taken += receipt.accepted;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, sender));
  if (taken === 0) throw new Error('nothing was sent');
  await untilRead(platform.log, platform.projection);
}
