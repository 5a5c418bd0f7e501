/** Readers for one value of a URL. A value that makes no sense is left out rather than refused: an old link still opens its page. */

export function textOf(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first !== '' ? first : undefined;
}

export function flagOf(value: unknown): true | undefined {
  return value === 'yes' || value === true ? true : undefined;
}

export function textsOf(value: unknown): readonly string[] | undefined {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = all.filter((each): each is string => typeof each === 'string' && each !== '');
  return texts.length === 0 ? undefined : texts;
}

/** One of the keys of `words`, which say all values that there are. */
export function oneOf<Value extends string>(words: Readonly<Record<Value, unknown>>, value: unknown): Value | undefined {
  const text = textOf(value);
  return text !== undefined && Object.hasOwn(words, text) ? (text as Value) : undefined;
}

export function someOf<Value extends string>(words: Readonly<Record<Value, unknown>>, value: unknown): readonly Value[] | undefined {
  const known = textsOf(value)?.filter((text): text is Value => Object.hasOwn(words, text));
  return known === undefined || known.length === 0 ? undefined : known;
}

/** An instant in RFC 3339, in its normal form. */
export function instantOf(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}
