import { linesOf } from './input';

async function read(input: Uint8Array) {
  const lines: { place: string; text: string | undefined; original: string }[] = [];
  for await (const group of linesOf(input, 'event'))
    for (const line of group) lines.push({ place: line.place, text: line.text, original: Buffer.from(line.original()).toString('latin1') });
  return lines;
}

describe('the lines of an input', () => {
  it.each([
    ['ASCII', '{1}\r\n\n \t\r\n  {2}\n\n{3}', 'latin1'],
    ['UTF-8', '\ufeff{1}\n\u00a0\n\u2003\n{ü}\r\n{3}\n', 'utf8'],
  ] as const)('of %s are those that say something, with the numbers that a person counts', async (_, text, encoding) => {
    const lines = await read(Buffer.from(text, encoding));
    const given = text.split('\n');
    const numbers = [1, ...(encoding === 'utf8' ? [4, 5] : [4, 6])];
    expect(lines.map(({ place }) => place)).toEqual(numbers.map((number) => `line ${number}`));
    expect(lines.map((line) => line.text)).toEqual(numbers.map((number) => given[number - 1]?.replace('\ufeff', '').trimEnd()));
    expect(lines.map(({ original }) => original)).toEqual(
      numbers.map((number) => Buffer.from(given[number - 1] ?? '', encoding).toString('latin1')),
    );
  });

  it('have no text where their bytes are of another encoding, and the others have theirs', async () => {
    const lines = await read(Buffer.from('{1}\n \n{\xfc}\n{3}', 'latin1'));
    expect(lines).toEqual([
      { place: 'line 1', text: '{1}', original: '{1}' },
      { place: 'line 3', text: undefined, original: '{\xfc}' },
      { place: 'line 4', text: '{3}', original: '{3}' },
    ]);
  });
});
