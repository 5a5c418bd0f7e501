import { eventKey, recordKey, type DomainEvent } from '@plumbline/events';

/** The version of a record that counts; plain data. */
export interface Version<Entry> {
  readonly record: string;
  readonly version: number;
  /** The event's; the record's own text where both have one id. */
  readonly key: string;
  readonly entry: Entry;
  /** The entry counts for nothing. */
  readonly retracted: boolean;
}

/** The entry of each record's highest version (ties: the greater event key); a retracted record has none. */
export class LatestVersions<Entry> {
  private readonly versions = new Map<string, Version<Entry>>();

  /**
   * What counted before and what counts now, or undefined where a newer version is known already. The entry is made of the event's key, which is
   * kept once.
   */
  apply(
    event: DomainEvent,
    entryOf: (key: string) => Entry,
  ): { readonly before: Entry | undefined; readonly after: Entry | undefined } | undefined {
    const record = recordKey(event);
    const key = event.recordId === event.id ? record : eventKey(event);
    const known = this.versions.get(record);
    if (known !== undefined && (event.recordVersion < known.version || (event.recordVersion === known.version && key <= known.key))) {
      return undefined;
    }
    const now = { record, version: event.recordVersion, key, entry: entryOf(key), retracted: event.retracted };
    this.versions.set(record, now);
    return { before: known && counting(known), after: counting(now) };
  }

  /** Forgets the records for which nobody will ask, those that were retracted among them. */
  forget(isAsked: (entry: Entry) => boolean): void {
    for (const [record, { entry }] of this.versions) if (!isAsked(entry)) this.versions.delete(record);
  }

  dump(): Version<Entry>[] {
    return [...this.versions.values()];
  }

  load(versions: readonly Version<Entry>[]): void {
    for (const version of versions) this.versions.set(version.record, version);
  }

  *entries(): Iterable<Entry> {
    for (const { entry, retracted } of this.versions.values()) if (!retracted) yield entry;
  }
}

const counting = <Entry>({ entry, retracted }: Version<Entry>): Entry | undefined => (retracted ? undefined : entry);
