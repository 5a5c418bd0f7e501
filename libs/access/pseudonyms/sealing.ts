import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key under which the keys of all subjects are kept. */
export const wrappingKeyOf = (institutionKey: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', institutionKey, new Uint8Array(0), 'plumbline identity vault', 32));

/** `nonce`: twelve random bytes that are used once. `context`: what the sealed text belongs to; it opens for nothing else. */
export function seal(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, context: string): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export function unseal(key: Uint8Array, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)), decipher.final()]);
}
