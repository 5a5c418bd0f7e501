import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decodeStored, encodeEvent, decodeEvent } from './codec';
import type { StoredEvent } from './envelope';
import { vocabulary } from './vocabulary';

/** One stored event for each type and version that was ever released. Files are added, never changed: old logs hold such bytes. */
const corpus = join(__dirname, 'corpus');
const files = readdirSync(corpus);
const stored = (file: string): StoredEvent => JSON.parse(readFileSync(join(corpus, file), 'utf8')) as StoredEvent;

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats(ajv);

describe('the frozen corpus', () => {
  it('holds an example of every type at every version', () => {
    expect(files.sort()).toEqual(vocabulary.map(({ type, version }) => `${type}.v${String(version)}.json`).sort());
  });

  it.each(files)('%s is still read, at the newest version of its type, with data that fits', (file) => {
    const event = decodeStored(stored(file));
    const newest = vocabulary.filter(({ type }) => type === event.type).sort((left, right) => right.version - left.version)[0]!;
    expect(event.version).toBe(newest.version);
    const fits = ajv.compile(newest.dataSchema);
    expect(fits(event.data) ? [] : fits.errors).toEqual([]);
  });

  it('passes through bytes unchanged', () => {
    const event = stored(files[0]!);
    expect(decodeEvent(encodeEvent(event))).toEqual(decodeStored(event));
  });

  it('refuses an event from the future with a code and a remedy', () => {
    expect(() => decodeStored({ ...stored(files[0]!), dataversion: 99 })).toThrow('event.unknown-version');
  });
});
