import { sha256, sha256Characters, sha256Hex, sha256Of } from './hash';

// The example of FIPS 180-2.
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

it('gives the published digest in every form', () => {
  expect(sha256Hex('abc')).toBe(ABC);
  expect(sha256(Buffer.from('abc')).toString('hex')).toBe(ABC);
  expect(Buffer.from(sha256Characters('abc'), 'latin1').toString('hex')).toBe(ABC);
  expect(sha256Of([Buffer.from('a'), Buffer.from('bc')]).toString('hex')).toBe(ABC);
});
