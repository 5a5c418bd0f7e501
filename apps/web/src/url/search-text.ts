/** What stands in a URL's search part: a key once, or several times for a list. */
export type SearchRecord = Readonly<Record<string, string | readonly string[]>>;

/** `?state=NEW&state=GOT_WORSE` → `{ state: ['NEW', 'GOT_WORSE'] }`. Plain text, so that a person can read and mend a link. */
export function parseSearch(text: string): SearchRecord {
  const parameters = new URLSearchParams(text);
  const record: Record<string, string | readonly string[]> = {};
  for (const key of new Set(parameters.keys())) {
    const values = parameters.getAll(key);
    record[key] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return record;
}

/** The opposite of `parseSearch`; what is undefined, empty or false is left out, so that a plain page has a plain address. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const each of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
      if (typeof each === 'string' && each !== '') parameters.append(key, each);
      else if (typeof each === 'number') parameters.append(key, String(each));
      else if (each === true) parameters.append(key, 'yes');
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
