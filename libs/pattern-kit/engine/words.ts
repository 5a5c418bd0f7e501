/** Plurals and readings of the names under which facts are left out; any other name is read with its hyphens as spaces. */
const leftOutWords: Readonly<Record<string, readonly [one: string, many: string]>> = {
  reply: ['reply', 'replies'],
  'on-call': ['on-call', 'on-call'],
  'time-not-exact': ['without an exact time', 'without an exact time'],
};

export type Placeholders = Readonly<Record<string, string | number | undefined>>;

/**
 * Fills `{name}` and `{name|one|many}` (the number and the fitting noun). Undefined where a placeholder has no value, so that the
 * sentence is left out instead of saying something empty.
 */
export function fill(sentence: string, values: Placeholders): string | undefined {
  const missing: string[] = [];
  const filled = sentence.replaceAll(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_match, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined || value === '') missing.push(name);
    return one === undefined ? String(value) : `${String(value)} ${value === 1 ? one : (many ?? one)}`;
  });
  return missing.length > 0 ? undefined : filled;
}

/** The sentences that have all they ask for, as one paragraph. */
export function paragraph(sentences: readonly string[], values: Placeholders): string {
  return sentences
    .map((sentence) => fill(sentence, values))
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

/** `7 on-call, 2 urgent, 4 replies`, the most frequent first; undefined where nothing was left out. */
export function leftOutInWords(leftOut: Readonly<Record<string, number>>): string | undefined {
  const entries = Object.entries(leftOut).sort(([left, most], [right, least]) => least - most || (left < right ? -1 : 1));
  const words = entries.map(([label, number]) => {
    const [one, many] = leftOutWords[label] ?? [label.replaceAll('-', ' '), label.replaceAll('-', ' ')];
    return `${String(number)} ${number === 1 ? one : many}`;
  });
  return words.length === 0 ? undefined : words.join(', ');
}

export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `5.7` for 5,750 thousandths: never more than it is, so that what lies above a limit also lies above what is said of it. */
export const inTenths = (milli: number): string => String(Math.floor(milli / 100) / 10);
