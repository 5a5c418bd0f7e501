import type { StoredEvent } from '@plumbline/events';
import type { Preview } from '../quarantine/quarantine-desk';
import type { Reading } from './adapter';
import type { Preparer } from './prepare';
import type { SourceSettings } from './sources';

/** Reads and validates as the front door does, and stops before anything is written. */
export async function preview(reading: Reading, preparer: Preparer, source: SourceSettings): Promise<Preview> {
  const events: StoredEvent[] = [];
  const problems: Preview['problems'][number][] = [];
  for await (const group of reading.groups) {
    for (const adapted of group) {
      if (adapted.kind === 'rejected') problems.push(...adapted.problems);
      if (adapted.kind !== 'event') continue;
      const batch = preparer.begin();
      const refusal = preparer.prepare(adapted.draft, source.authority, batch);
      if (refusal === undefined) events.push(JSON.parse(Buffer.from(batch.record(0).bytes).toString('utf8')) as StoredEvent);
      else problems.push(...refusal.problems);
    }
  }
  return { events, problems };
}
