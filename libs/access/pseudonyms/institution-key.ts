import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '@plumbline/kernel';

const KEY_BYTES = 32;
const FILE_NAME = 'institution.key';
const OWNER_ONLY = 0o600;

/** Words that stand in examples and in other people's configuration; as a key they would be no secret. */
const KNOWN_DEFAULTS = /^(change-?me|secret|password|default|plumbline|example|test|demo)/i;

const unusable = (reason: string): ProblemError =>
  new ProblemError({
    code: 'configuration.institution-key',
    reason,
    remedy: 'Set it to 32 random bytes in base64, such as the output of `openssl rand -base64 32`, and keep it as long as the data.',
  });

/**
 * The institution's key as production configures it, 32 bytes in base64 or 64 hexadecimal digits. Every pseudonym depends on it, so
 * a default, a short one and one of few different bytes are refused.
 * @throws ProblemError `configuration.institution-key`
 */
export function institutionKeyFrom(configured: string): Buffer {
  const text = configured.trim();
  if (KNOWN_DEFAULTS.test(text)) throw unusable('The institution key is a well-known default.');
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES) throw unusable('The institution key is not 32 bytes long.');
  // Thirty-two random bytes have 30 different values on average; fewer than 16 never happens by chance.
  if (new Set(key).size < 16) throw unusable('The institution key is not random.');
  return key;
}

/**
 * The key that the embedded default keeps beside its data, readable by its owner only; made at the first start. Losing it
 * means that no later event can be joined to an earlier one.
 */
export function institutionKeyIn(directory: string): Buffer {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, FILE_NAME);
  try {
    const descriptor = openSync(path, 'wx', OWNER_ONLY);
    try {
      writeSync(descriptor, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, OWNER_ONLY);
  return institutionKeyFrom(readFileSync(path, 'utf8'));
}
