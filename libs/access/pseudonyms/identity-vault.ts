import { extname, join } from 'node:path';
import { ProblemError, WorkerThread } from '@plumbline/kernel';
import type Database from 'libsql';
import type { Identity, NamedIdentity, VaultWriterData } from './identity';
import { unseal, wrappingKeyOf } from './sealing';
import { openVaultFile } from './vault-file';

/** `erased`: the key was destroyed, and nobody can say any more who it was. */
export type Revealed =
  { readonly state: 'known'; readonly identity: Identity } | { readonly state: 'unknown' } | { readonly state: 'erased' };

/**
 * The only place where pseudonyms and source identifiers stand together. Each identity is encrypted with a key of its own, and those
 * keys with one derived from the institution's: destroying a subject's key erases the identity wherever a copy of the file lies.
 * Who may ask is decided by the caller. Sealing a new identity takes as long as accepting several events, and its sync longer, so
 * that is done in a thread of its own.
 */
export class IdentityVault {
  private readonly database: Database.Database;
  private readonly wrappingKey: Buffer;
  private readonly writer: WorkerThread<readonly NamedIdentity[], undefined>;

  /** @throws ProblemError `identities.other-key` where the identities in the directory were sealed under another key. */
  constructor(directory: string, institutionKey: Uint8Array) {
    this.wrappingKey = wrappingKeyOf(institutionKey);
    this.database = openVaultFile(directory);
    this.tryKey();
    const data: VaultWriterData = { directory, institutionKey };
    this.writer = new WorkerThread(join(__dirname, `vault-writer.worker${extname(__filename)}`), data);
  }

  /** Stores the identities that are not known yet, all in one transaction that is durable when this resolves. An erased subject stays erased. */
  async remember(entries: readonly NamedIdentity[]): Promise<void> {
    await this.writer.ask(entries);
  }

  reveal(pseudonym: string): Revealed {
    const row = this.database.prepare('SELECT wrapped, sealed FROM subject WHERE pseudonym = ?').get(pseudonym) as
      { wrapped: Uint8Array; sealed: Uint8Array } | { wrapped: null; sealed: null } | undefined;
    if (row === undefined) return { state: 'unknown' };
    if (row.wrapped === null) return { state: 'erased' };
    const subjectKey = unseal(this.wrappingKey, Buffer.from(row.wrapped), pseudonym);
    return { state: 'known', identity: JSON.parse(unseal(subjectKey, Buffer.from(row.sealed), pseudonym).toString('utf8')) as Identity };
  }

  /** Destroys the subject's key and identity for good. `erasedAt`: RFC 3339 in UTC. Answers whether there was anything to erase. */
  erase(pseudonym: string, erasedAt: string): boolean {
    const { changes } = this.database
      .prepare('UPDATE subject SET wrapped = NULL, sealed = NULL, erased_at = ? WHERE pseudonym = ? AND wrapped IS NOT NULL')
      .run(erasedAt, pseudonym);
    // The write-ahead log would keep the old page until it is reused.
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return changes > 0;
  }

  /** A vault that was restored without its key would go on under pseudonyms that fit nothing in the log. */
  private tryKey(): void {
    const one = this.database.prepare('SELECT pseudonym, wrapped FROM subject WHERE wrapped IS NOT NULL LIMIT 1').get() as
      { pseudonym: string; wrapped: Uint8Array } | undefined;
    if (one === undefined) return;
    try {
      unseal(this.wrappingKey, Buffer.from(one.wrapped), one.pseudonym);
    } catch (error) {
      this.database.close();
      throw new ProblemError(
        {
          code: 'identities.other-key',
          reason: 'The identities were sealed under another institution key than the one that is here.',
          remedy: 'Restore the key that belongs to them, the file institution.key of the same backup, and start again.',
        },
        { cause: error },
      );
    }
  }

  /** Finishes what was to be remembered. */
  async close(): Promise<void> {
    await this.writer.close();
    this.database.close();
  }
}
