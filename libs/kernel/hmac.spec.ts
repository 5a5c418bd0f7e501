import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { HmacSha256 } from './hmac';

it('gives the code that the platform of Node gives, for keys and texts of any length', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 100 }),
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 300, maxLength: 500 })), { maxLength: 5 }),
      (key, texts) => {
        const own = new HmacSha256(key);
        for (const text of texts) {
          const expected = createHmac('sha256', key).update(text, 'utf8').digest('hex');
          expect(Buffer.from(own.characters(text), 'latin1').toString('hex')).toBe(expected);
        }
      },
    ),
  );
});
