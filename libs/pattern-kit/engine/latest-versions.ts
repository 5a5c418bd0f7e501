import { eventKey, recordKey, type DomainEvent } from '@plumbline/events';

/** The version of a record that counts; plain data. */
export interface Version<Entry> {
  readonly record: string;
  readonly version: number;
  readonly key: string;
  readonly entry: Entry | undefined;
}

/** The entry of each record's highest version (ties: the greater event key); a retracted record has none. */
export class LatestVersions<Entry> {
  private readonly versions = new Map<string, Version<Entry>>();

  /** What counted before and what counts now, or undefined where a newer version is known already. */
  apply(event: DomainEvent, entry: Entry): { readonly before: Entry | undefined; readonly after: Entry | undefined } | undefined {
    const record = recordKey(event);
    const key = eventKey(event);
    const known = this.versions.get(record);
    if (known !== undefined && (event.recordVersion < known.version || (event.recordVersion === known.version && key <= known.key))) {
      return undefined;
    }
    const after = event.retracted ? undefined : entry;
    this.versions.set(record, { record, version: event.recordVersion, key, entry: after });
    return { before: known?.entry, after };
  }

  dump(): Version<Entry>[] {
    return [...this.versions.values()];
  }

  load(versions: readonly Version<Entry>[]): void {
    for (const version of versions) this.versions.set(version.record, version);
  }

  *entries(): Iterable<Entry> {
    for (const { entry } of this.versions.values()) if (entry !== undefined) yield entry;
  }
}
