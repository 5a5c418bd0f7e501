import type { Problem } from '@plumbline/kernel';
import { MAX_RECORD_BYTES } from './input';

/** Deeper than any FHIR resource; a document made to exhaust a parser is deeper still. */
const MAX_DEPTH = 64;

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: Problem };

const refused = (code: Problem['code'], reason: string, remedy: string): Parsed => ({ ok: false, problem: { code, reason, remedy } });

/** Looks at brackets outside strings only; stops at the first that is too deep. */
function tooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (inString) {
      if (unit === 92) index += 1;
      else if (unit === 34) inString = false;
    } else if (unit === 34) inString = true;
    else if (unit === 123 || unit === 91) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (unit === 125 || unit === 93) depth -= 1;
  }
  return false;
}

/** A text with fewer opening brackets than that cannot be too deep; counting them by search is far quicker than reading. */
function mayBeDeep(text: string): boolean {
  let found = 0;
  for (const bracket of ['[', '{']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      found += 1;
      if (found > MAX_DEPTH) return true;
    }
  }
  return false;
}

/** JSON from a source that may be hostile: bounded in size and depth, and without keys that reach for an object's prototype. */
export function parseJson(text: string, maxLength = MAX_RECORD_BYTES): Parsed {
  if (text.length > maxLength) {
    return refused(
      'input.record-too-large',
      `The record is longer than ${String(maxLength)} characters.`,
      'Leave out attachments and texts, which are not needed here.',
    );
  }
  if (mayBeDeep(text) && tooDeep(text)) {
    return refused(
      'input.too-deep',
      `The record is nested deeper than ${String(MAX_DEPTH)} levels.`,
      'Send the record as its standard describes it.',
    );
  }
  // An underscore is rare and a quotation mark is not, so the search begins with the one.
  if (text.includes('__proto__"') && text.includes('"__proto__"')) {
    return refused('input.hostile-key', 'The record has a key named __proto__.', 'Remove the key; find out which system wrote it.');
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    // The parser's own message quotes the text, which may name a person.
    return refused(
      'input.not-json',
      'The record is not valid JSON.',
      'Look for a cut-off line, a missing quotation mark or a comma too many.',
    );
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
