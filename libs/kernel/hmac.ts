import { sha256, sha256Characters } from './hash';

const BLOCK = 64;
const DIGEST = 32;
/** A text of up to a third as many characters is written into the memory that is kept. */
const KEPT_BYTES = 1_024;

/**
 * HMAC-SHA256 under one key (RFC 2104), for texts in UTF-8. With `createHmac` an object is made and the key prepared for every text, which
 * takes four times as long as the two hashes that it comes to; here the key is prepared once.
 */
export class HmacSha256 {
  private readonly inner = Buffer.alloc(BLOCK + KEPT_BYTES);
  private readonly outer = Buffer.alloc(BLOCK + DIGEST);

  constructor(key: Uint8Array) {
    const padded = Buffer.alloc(BLOCK);
    padded.set(key.length > BLOCK ? sha256(key) : key);
    padded.forEach((byte, index) => {
      this.inner[index] = byte ^ 0x36;
      this.outer[index] = byte ^ 0x5c;
    });
  }

  /** 32 characters, one for each byte of the code. */
  characters(text: string): string {
    this.outer.write(this.innerHash(text), BLOCK, 'latin1');
    return sha256Characters(this.outer);
  }

  private innerHash(text: string): string {
    if (text.length * 3 > KEPT_BYTES) return sha256Characters(Buffer.concat([this.inner.subarray(0, BLOCK), Buffer.from(text, 'utf8')]));
    const length = this.inner.write(text, BLOCK, 'utf8');
    return sha256Characters(this.inner.subarray(0, BLOCK + length));
  }
}
