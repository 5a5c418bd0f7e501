import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SubjectKind } from '@plumbline/kernel';
import Database from 'libsql';

/** Who stands behind a pseudonym, as the source named him. */
export interface Identity {
  readonly kind: SubjectKind;
  readonly authority: string;
  readonly identifier: string;
}

/** `erased`: the key was destroyed, and nobody can say any more who it was. */
export type Revealed =
  { readonly state: 'known'; readonly identity: Identity } | { readonly state: 'unknown' } | { readonly state: 'erased' };

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function seal(key: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Uint8Array, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)), decipher.final()]);
}

/**
 * The only place where pseudonyms and source identifiers stand together. Each identity is encrypted with a key of its own, and those
 * keys with one derived from the institution's: destroying a subject's key erases the identity wherever a copy of the file lies.
 * Who may ask is decided by the caller.
 */
export class IdentityVault {
  private readonly database: Database.Database;
  private readonly wrappingKey: Buffer;

  constructor(directory: string, institutionKey: Uint8Array) {
    mkdirSync(directory, { recursive: true });
    const path = join(directory, 'identities.sqlite');
    this.wrappingKey = Buffer.from(hkdfSync('sha256', institutionKey, new Uint8Array(0), 'plumbline identity vault', 32));
    this.database = new Database(path);
    this.database.exec('PRAGMA journal_mode=WAL');
    // FULL: an identity is durable before the first event under its pseudonym. secure_delete: an erased key leaves no trace in free pages.
    this.database.exec('PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=5000');
    this.database.exec(`
      CREATE TABLE IF NOT EXISTS identity (pseudonym TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS subject_key (pseudonym TEXT PRIMARY KEY, wrapped BLOB, erased_at TEXT) WITHOUT ROWID;`);
    chmodSync(path, 0o600);
  }

  /** Stores the identities that are not known yet, all in one durable transaction. An erased subject stays erased. */
  remember(entries: readonly (Identity & { readonly pseudonym: string })[]): void {
    const known = this.database.prepare('SELECT 1 FROM subject_key WHERE pseudonym = ?');
    const addKey = this.database.prepare('INSERT INTO subject_key (pseudonym, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING');
    const addIdentity = this.database.prepare('INSERT INTO identity (pseudonym, sealed) VALUES (?, ?) ON CONFLICT DO NOTHING');
    this.database.transaction(() => {
      for (const { pseudonym, kind, authority, identifier } of entries) {
        if (known.get(pseudonym) !== undefined) continue;
        const key = randomBytes(32);
        addKey.run(pseudonym, seal(this.wrappingKey, key, pseudonym));
        addIdentity.run(pseudonym, seal(key, Buffer.from(JSON.stringify({ kind, authority, identifier })), pseudonym));
      }
    })();
  }

  reveal(pseudonym: string): Revealed {
    const key = this.database.prepare('SELECT wrapped, erased_at FROM subject_key WHERE pseudonym = ?').get(pseudonym) as
      { wrapped: Uint8Array | null; erased_at: string | null } | undefined;
    if (key === undefined) return { state: 'unknown' };
    if (key.wrapped === null) return { state: 'erased' };
    const row = this.database.prepare('SELECT sealed FROM identity WHERE pseudonym = ?').get(pseudonym) as { sealed: Uint8Array };
    const subjectKey = open(this.wrappingKey, Buffer.from(key.wrapped), pseudonym);
    return { state: 'known', identity: JSON.parse(open(subjectKey, Buffer.from(row.sealed), pseudonym).toString('utf8')) as Identity };
  }

  /** Destroys the subject's key and identity for good. `erasedAt`: RFC 3339 in UTC. Answers whether there was anything to erase. */
  erase(pseudonym: string, erasedAt: string): boolean {
    const erased = this.database.transaction((): boolean => {
      this.database.prepare('DELETE FROM identity WHERE pseudonym = ?').run(pseudonym);
      const { changes } = this.database
        .prepare('UPDATE subject_key SET wrapped = NULL, erased_at = ? WHERE pseudonym = ? AND wrapped IS NOT NULL')
        .run(erasedAt, pseudonym);
      return changes > 0;
    })();
    // The write-ahead log would keep the old page until it is reused.
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return erased;
  }

  close(): void {
    this.database.close();
  }
}
