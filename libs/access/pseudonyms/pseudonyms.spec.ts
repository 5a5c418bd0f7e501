import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BoundedCache, pseudonymPattern } from '@plumbline/kernel';
import Database from 'libsql';
import { IdentityVault } from './identity-vault';
import { institutionKeyFrom, institutionKeyIn } from './institution-key';
import { createPseudonymiser } from './pseudonymiser';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'plumbline-pseudonyms-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

const nobody = { remember: () => Promise.resolve() };

describe('pseudonyms', () => {
  const key = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex');

  it('are the same for ever under one key: this one stands in logs', () => {
    expect(createPseudonymiser(key, nobody).pseudonymOf('clinician', 'dr-1')).toMatchInlineSnapshot(`"K-V1KZGP1SH6AY"`);
  });

  it('have the form of their kind', () => {
    const { pseudonymOf } = createPseudonymiser(key, nobody);
    for (const kind of ['clinician', 'patient', 'donor'] as const) {
      for (let index = 0; index < 500; index += 1)
        expect(pseudonymOf(kind, `x${String(index)}`)).toMatch(new RegExp(pseudonymPattern[kind]));
    }
  });

  it('differ by key, by kind and by authority, and not by the boundary between them', () => {
    const { pseudonymOf } = createPseudonymiser(key, nobody);
    const other = createPseudonymiser(Buffer.alloc(32, 9), nobody);
    const all = [
      pseudonymOf('clinician', '1'),
      pseudonymOf('clinician', '1', 'other hospital'),
      pseudonymOf('patient', '1'),
      other.pseudonymOf('clinician', '1'),
      pseudonymOf('clinician', 'b', 'a'),
      pseudonymOf('clinician', '', 'ab'),
    ];
    expect(new Set(all.map((pseudonym) => pseudonym.slice(2))).size).toBe(all.length);
  });

  it('are ready for an event once every identity is durable, also one that another request was the first to name', async () => {
    const kept: string[] = [];
    let fail = true;
    const keep: (() => void)[] = [];
    const { pseudonymOf, flush } = createPseudonymiser(key, {
      remember: async (entries) => {
        await new Promise<void>((resolve) => keep.push(resolve));
        if (fail) throw new Error('the disk is full');
        kept.push(...entries.map(({ identifier }) => identifier));
      },
    });
    pseudonymOf('patient', 'first');
    const refused = flush();
    pseudonymOf('patient', 'first');
    pseudonymOf('patient', 'second');
    const flushed = flush();
    await new Promise(setImmediate);
    keep[0]?.();
    await expect(refused).rejects.toThrow('full');
    fail = false;
    await new Promise(setImmediate);
    expect(kept).toEqual([]);
    keep[1]?.();
    await flushed;
    expect(kept).toEqual(['first', 'second']);
    await flush();
    expect(keep).toHaveLength(2);
  });

  it('leave memory flat under unknown identifiers', () => {
    const cache = new BoundedCache<string>(1_000);
    for (let index = 0; index < 100_000; index += 1) cache.set(`id ${String(index)}`, 'x');
    expect(cache.size).toBeLessThanOrEqual(1_000);
    expect(cache.get('id 99999')).toBe('x');
  });
});

describe("the institution's key", () => {
  it('is made once, for its owner only', () => {
    const first = institutionKeyIn(directory);
    expect(institutionKeyIn(directory)).toEqual(first);
    expect(statSync(join(directory, 'institution.key')).mode & 0o777).toBe(0o600);
  });

  it('is closed again where somebody opened it', () => {
    institutionKeyIn(directory);
    chmodSync(join(directory, 'institution.key'), 0o644);
    institutionKeyIn(directory);
    expect(statSync(join(directory, 'institution.key')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['a default', 'change-me'],
    ['a short one', Buffer.alloc(16, 3).toString('base64')],
    ['one that is not random', Buffer.alloc(32, 0).toString('base64')],
    ['an empty one', ''],
  ])('is refused where it is %s', (_, configured) => {
    expect(() => institutionKeyFrom(configured)).toThrow(/configuration\.institution-key/);
  });
});

describe('the identity vault', () => {
  const key = Buffer.alloc(32, 5);
  const entry = { pseudonym: 'P-0123456789AB', kind: 'patient' as const, authority: 'institution', identifier: 'NHS-943-476-5919' };
  const filesText = (): string =>
    readdirSync(directory)
      .map((file) => readFileSync(join(directory, file)).toString('latin1'))
      .join();

  it('says who it was, also after a restart, and holds no identifier in clear', async () => {
    const first = new IdentityVault(directory, key);
    await first.remember([entry]);
    await first.close();
    const vault = new IdentityVault(directory, key);
    expect(vault.reveal(entry.pseudonym)).toEqual({
      state: 'known',
      identity: { kind: 'patient', authority: 'institution', identifier: entry.identifier },
    });
    expect(vault.reveal('P-000000000000')).toEqual({ state: 'unknown' });
    expect(filesText()).not.toContain('943-476');
    await vault.close();
  });

  it('takes over a file in which keys and identities were kept apart', async () => {
    const first = new IdentityVault(directory, key);
    const other = { ...entry, pseudonym: 'P-00000000000B' };
    await first.remember([entry, other]);
    first.erase(other.pseudonym, '2026-11-01T00:00:00.000Z');
    await first.close();
    const file = new Database(join(directory, 'identities.sqlite'));
    file.exec(`
      CREATE TABLE identity (pseudonym TEXT PRIMARY KEY, sealed BLOB NOT NULL) WITHOUT ROWID;
      CREATE TABLE subject_key (pseudonym TEXT PRIMARY KEY, wrapped BLOB, erased_at TEXT) WITHOUT ROWID;
      INSERT INTO identity SELECT pseudonym, sealed FROM subject WHERE sealed IS NOT NULL;
      INSERT INTO subject_key SELECT pseudonym, wrapped, erased_at FROM subject;
      DROP TABLE subject`);
    file.close();
    const vault = new IdentityVault(directory, key);
    await vault.remember([other]);
    expect(vault.reveal(entry.pseudonym)).toMatchObject({ state: 'known', identity: { identifier: entry.identifier } });
    expect(vault.reveal(other.pseudonym)).toEqual({ state: 'erased' });
    await vault.close();
  });

  it('opens for no other key', async () => {
    const vault = new IdentityVault(directory, key);
    await vault.remember([entry]);
    await vault.close();
    expect(() => new IdentityVault(directory, Buffer.alloc(32, 6))).toThrow('sealed under another institution key');
  });

  it('forgets an erased subject for good, in the file too, even where the identity arrives again', async () => {
    const vault = new IdentityVault(directory, key);
    await vault.remember([entry]);
    const before = filesText();
    expect(vault.erase(entry.pseudonym, '2026-11-01T00:00:00.000Z')).toBe(true);
    await vault.remember([entry]);
    expect(vault.reveal(entry.pseudonym)).toEqual({ state: 'erased' });
    expect(vault.erase(entry.pseudonym, '2026-11-02T00:00:00.000Z')).toBe(false);
    expect(before).toContain(entry.pseudonym);
    await vault.close();
  });
});
