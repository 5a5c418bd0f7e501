import { imageAt, parseTrace } from './recording';

const hexadecimal = (value: string): string => [...Buffer.from(value)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
const FILE = `20<${hexadecimal('/log')}>`;
const write = (value: string, offset: number): string => `pwrite64(${FILE}, "${hexadecimal(value)}", ${value.length}, ${offset}`;
const OTHER = '7 write(9<\\x61>, "\\x01", 1) = 1';
const all = () => 0.999_999;
const none = () => 0;

const parse = (...lines: readonly string[]) => parseTrace(`${lines.join('\n')}\n`);
const image = (lines: readonly string[], random: () => number) => imageAt(parse(...lines), '/log', Infinity, random).toString();

describe('a recording', () => {
  it('has a write whose halves stand apart, from where it started to where it ended', () => {
    const calls = parse(`5 ${write('abc', 4)} <unfinished ...>`, OTHER, '5 <... pwrite64 resumed>)           = 3');
    expect(calls).toEqual([{ kind: 'write', path: '/log', offset: 4, data: Buffer.from('abc'), started: 0, ended: 2 }]);
  });

  it('has a sync whose halves stand apart', () => {
    const calls = parse(`5 fdatasync(${FILE} <unfinished ...>`, OTHER, '5 <... fdatasync resumed>)              = 0');
    expect(calls).toEqual([{ kind: 'sync', path: '/log', started: 0, ended: 2 }]);
  });

  it('has what was said when its halves stand apart', () => {
    const calls = parse('5 write(1<\\x70>, "\\x61\\x0a", 2 <unfinished ...>', OTHER, '5 <... write resumed>)              = 2');
    expect(calls).toEqual([{ kind: 'said', data: Buffer.from('a\n'), started: 0, ended: 2 }]);
  });

  it('keeps what a finished sync covers', () => {
    expect(image([`5 ${write('abc', 0)}) = 3`, `5 fsync(${FILE}) = 0`], none)).toBe('abc');
  });

  it('promises nothing of a write that was still under way when the sync began', () => {
    const lines = [`5 ${write('abc', 0)} <unfinished ...>`, `6 fsync(${FILE}) = 0`, '5 <... pwrite64 resumed>) = 3'];
    expect(image(lines, none)).toBe('');
    expect(image(lines, all)).toBe('abc');
  });

  it('promises nothing of a write or a sync that the end of the process cut short', () => {
    expect(image([`5 ${write('abc', 0)} <unfinished ...>`, `6 fsync(${FILE}) = 0`], none)).toBe('');
    expect(
      image([`5 ${write('abc', 0)}) = 3`, `5 fsync(${FILE} <unfinished ...>`, '5 <... fsync resumed> <unfinished ...>) = ?'], none),
    ).toBe('');
  });

  it('takes no sync that failed or was only pretended', () => {
    expect(image([`5 ${write('abc', 0)}) = 3`, `5 fsync(${FILE}) = -1 EIO (Input/output error)`], none)).toBe('');
    expect(image([`5 ${write('abc', 0)}) = 3`, `5 fsync(${FILE}) = 0 (INJECTED)`], none)).toBe('');
  });

  it('has of a short write only what was written', () => {
    expect(image([`5 ${write('abc', 0)}) = 2`, `5 ${write('xyz', 0)}) = -1 ENOSPC (No space left on device)`], all)).toBe('ab');
  });

  it.each([
    ['a string that was cut off', `5 pwrite64(${FILE}, "\\x61"..., 3, 0) = 3`],
    ['a call that it does not know', `5 pwritev(${FILE}, [], 0, 0) = 0`],
    ['an end without a beginning', '5 <... fsync resumed>) = 0'],
    ['a beginning inside another call', `5 fsync(${FILE} <unfinished ...>\n5 fsync(${FILE}) = 0`],
  ])('refuses %s', (_, line) => {
    expect(() => parse(line)).toThrow('not understood');
  });
});
