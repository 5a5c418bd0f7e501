import { randomBytes } from 'node:crypto';
import { answerRequests } from '@plumbline/kernel';
import type { NamedIdentity, VaultWriterData } from './identity';
import { NONCE_BYTES, seal, wrappingKeyOf } from './sealing';
import { openVaultFile } from './vault-file';

const KEY_BYTES = 32;
const RANDOM_BYTES = KEY_BYTES + 2 * NONCE_BYTES;

answerRequests(({ directory, institutionKey }: VaultWriterData) => {
  const database = openVaultFile(directory);
  const wrappingKey = wrappingKeyOf(institutionKey);
  const isKnown = database.prepare('SELECT 1 FROM subject WHERE pseudonym = ?');
  const add = database.prepare('INSERT INTO subject (pseudonym, wrapped, sealed) VALUES (?, ?, ?)');
  const remember = database.transaction((entries: readonly NamedIdentity[]) => {
    const random = randomBytes(entries.length * RANDOM_BYTES);
    for (const [index, { pseudonym, kind, authority, identifier }] of entries.entries()) {
      // Whoever is known keeps the key that he has, and whoever was erased stays erased.
      if (isKnown.get(pseudonym) !== undefined) continue;
      const own = random.subarray(index * RANDOM_BYTES, (index + 1) * RANDOM_BYTES);
      const key = own.subarray(0, KEY_BYTES);
      const wrapped = seal(wrappingKey, own.subarray(KEY_BYTES, KEY_BYTES + NONCE_BYTES), key, pseudonym);
      const plain = Buffer.from(JSON.stringify({ kind, authority, identifier }));
      add.run(pseudonym, wrapped, seal(key, own.subarray(KEY_BYTES + NONCE_BYTES), plain, pseudonym));
    }
  });
  return {
    answer(entries: readonly NamedIdentity[]) {
      // It begins as a writer: a reader that becomes one fails where an erasure came in between.
      remember.immediate(entries);
      return { answer: undefined, transfer: [] };
    },
    close() {
      database.close();
    },
  };
});
