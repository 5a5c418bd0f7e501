import type { QuarantineEntry, QuarantineFilter, ReplayOutcome } from '@plumbline/ingestion';
import { readFile } from 'node:fs/promises';
import { caughtUp, type Operation } from './operation';

export interface QuarantineListing {
  readonly entries: readonly QuarantineEntry[];
  /** Open entries by source and code, whatever the filter. */
  readonly open: readonly { readonly source: string; readonly code: string; readonly open: number }[];
}

export const listQuarantine: Operation<QuarantineFilter, QuarantineListing> = ({ ingestion }, filter) =>
  Promise.resolve({ entries: ingestion.quarantine.list(filter), open: ingestion.quarantine.counts() });

export interface QuarantinedRecord extends QuarantineEntry {
  /** The original bytes as text where they are UTF-8, else in base64. */
  readonly original: string;
  readonly encoding: 'utf8' | 'base64';
}

/** One entry with its original, which holds what the source calls people. */
export const showQuarantined: Operation<{ readonly id: string }, QuarantinedRecord> = ({ ingestion }, { id }) => {
  const { original, mendedBytes, ...entry } = ingestion.quarantine.show(id);
  const bytes = mendedBytes ?? original;
  const text = bytes.toString('utf8');
  const readable = Buffer.from(text, 'utf8').equals(bytes);
  return Promise.resolve({ ...entry, original: readable ? text : bytes.toString('base64'), encoding: readable ? 'utf8' : 'base64' });
};

export interface ReplayRequest {
  readonly ids: readonly string[];
  /** Replays every open entry with this code as well. */
  readonly code?: string;
  /** A corrected copy of the one record that is named. */
  readonly mended?: string;
}

export interface ReplayedRecord {
  readonly id: string;
  readonly result: ReplayOutcome;
}

/** Sends entries through the front door again, the mended copy where there is one. */
export const replayQuarantined: Operation<ReplayRequest, readonly ReplayedRecord[]> = async (platform, request, report) => {
  const { quarantine } = platform.ingestion;
  const [only] = request.ids;
  if (request.mended !== undefined && only !== undefined) quarantine.mend(only, await readFile(request.mended));
  const ids = [...request.ids];
  if (request.code !== undefined) ids.push(...openWith(quarantine, request.code));
  const replayed: ReplayedRecord[] = [];
  for (const id of ids) {
    replayed.push({ id, result: await quarantine.replay(id) });
    report({ what: 'replaying', done: replayed.length, total: ids.length, unit: 'records' });
  }
  await caughtUp(platform, report);
  return replayed;
};

const PAGE = 1_000;

function* openWith(quarantine: { list(filter: QuarantineFilter): readonly QuarantineEntry[] }, code: string): Generator<string> {
  for (let after: string | undefined; ;) {
    const page = quarantine.list({ state: 'open', code, limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const { id } of page) yield id;
    after = page.at(-1)?.id;
    if (page.length < PAGE) return;
  }
}
