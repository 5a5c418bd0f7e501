import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { packBlock, unpackBlock } from './packing';

const lines = Array.from({ length: 200 }, (_, index) =>
  JSON.stringify({ id: `message-${index * 7_919}`, channel: 'portal', redirect: false }),
);
const block = Buffer.from(lines.join('\n'));
const packed = packBlock(block);
const ABSURD = 4_294_967_295;

/** The most memory that this process ever asked the system for, kilobytes. Memory that was asked for and never touched counts. */
const askedFor = (): number => Number(/VmPeak:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);

function withPrefix(bytes: Buffer, unpacked: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(unpacked, 0);
  return changed;
}

describe('packing a block', () => {
  it('makes it smaller and gives it back', () => {
    expect(packed.block.length).toBeLessThan(block.length / 3);
    expect(packed.unpacked).toBe(block.length);
    expect(unpackBlock(packed)).toEqual(block);
  });

  it('leaves as it is what would not become smaller', () => {
    const noise = randomBytes(5_000);
    expect(packBlock(noise)).toEqual({ block: noise, unpacked: null });
    expect(unpackBlock({ block: noise, unpacked: null })).toBe(noise);
  });

  it.each([block.length - 1, block.length + 1, 0, -1, 0.5, 2 ** 40, 2 ** 60])(
    'does not unpack what says that it has %d bytes',
    (unpacked) => {
      expect(unpackBlock({ ...packed, unpacked })).toBeUndefined();
    },
  );

  it.each([block.length - 1, block.length + 1, 0])('does not unpack what says twice that it has %d bytes', (unpacked) => {
    expect(unpackBlock({ block: withPrefix(packed.block, unpacked), unpacked })).toBeUndefined();
  });

  it.each([ABSURD, block.length])('gives no memory to an absurd size, whether its row says so too or has %d', (unpacked) => {
    const before = askedFor();
    expect(unpackBlock({ block: withPrefix(packed.block, ABSURD), unpacked })).toBeUndefined();
    expect(askedFor() - before).toBeLessThan(1_000_000);
  });

  it('does not unpack what was cut, wherever it was', () => {
    for (let length = 0; length < packed.block.length; length += 1) {
      expect(unpackBlock({ ...packed, block: packed.block.subarray(0, length) })).toBeUndefined();
    }
  });

  it('unpacks no more bytes than it says after any flipped bit', () => {
    for (let bit = 0; bit < packed.block.length * 8; bit += 1) {
      const flipped = Buffer.from(packed.block);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect([undefined, block.length]).toContain(unpackBlock({ ...packed, block: flipped })?.length);
    }
  });
});
