import fc from 'fast-check';
import { insideQuotes, jsonText } from './inside-quotes';

it('writes every text as JSON.stringify does', () => {
  const odd = fc.constantFrom(
    '"',
    '\\',
    '\u0000',
    '\u001f',
    '\u007f',
    '\u2028',
    '\ud800',
    '\udfff',
    '\ue000',
    '\uffff',
    'é',
    '😀',
    ' ',
    'a',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(odd).map((units) => units.join('')),
      ),
      (text) => {
        expect(`"${insideQuotes(text)}"`).toBe(JSON.stringify(text));
        expect(jsonText(text)).toBe(JSON.stringify(text));
      },
    ),
    { numRuns: 2_000 },
  );
});
