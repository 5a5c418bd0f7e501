/** Event keys with the last position at which each stood, oldest first. */
export type RecentKeysState = readonly (readonly [key: string, position: number])[];

const NOBODY = -1;

/**
 * Recognises an event that a transport delivered twice. A key counts as repeated when it stood at one of the `reach` positions
 * before: that depends on the log alone and neither on batches nor on restarts, so that a rebuild drops the same events.
 *
 * The keys of the reach lie in a ring in the order of their positions, and an open hash table of whole numbers says where: this is
 * asked for every event, and a Map that loses its oldest entry each time costs as much as reading the event.
 */
export class RecentKeys {
  readonly #keys: (string | undefined)[];
  readonly #positions: Float64Array;
  /** For each place of the ring, the next older place whose key has the same hash. */
  readonly #older: Int32Array;
  /** For each hash, the newest place of the ring. */
  readonly #newest: Int32Array;
  #next = 0;

  constructor(
    private readonly reach: number,
    state: RecentKeysState = [],
  ) {
    this.#keys = new Array<string | undefined>(reach + 1);
    this.#positions = new Float64Array(reach + 1).fill(Number.NEGATIVE_INFINITY);
    this.#older = new Int32Array(reach + 1).fill(NOBODY);
    this.#newest = new Int32Array(2 ** Math.ceil(Math.log2(reach + 1))).fill(NOBODY);
    for (const [key, position] of state) this.#note(key, position);
  }

  /** Notes the key and says whether it is a repeat. Positions come in ascending order. */
  isRepeated(key: string, position: number): boolean {
    const oldest = position - this.reach;
    let place = this.#newest[hashOf(key) & (this.#newest.length - 1)] ?? NOBODY;
    // A chain goes from newer to older; a place that was given to another key since leads to where nothing older is.
    while (place !== NOBODY && (this.#positions[place] ?? 0) >= oldest && this.#keys[place] !== key) place = this.#olderThan(place);
    const repeated = place !== NOBODY && (this.#positions[place] ?? 0) >= oldest;
    this.#note(key, position);
    return repeated;
  }

  snapshot(): RecentKeysState {
    const newest = new Map<string, number>();
    const size = this.#keys.length;
    for (let step = 0; step < size; step += 1) {
      const place = (this.#next + step) % size;
      const key = this.#keys[place];
      const position = this.#positions[place] ?? 0;
      if (key === undefined || position < this.#last() - this.reach) continue;
      // Deleted first, so that the map's order stays that of the last position.
      newest.delete(key);
      newest.set(key, position);
    }
    return [...newest];
  }

  #last(): number {
    return this.#positions[(this.#next + this.#keys.length - 1) % this.#keys.length] ?? 0;
  }

  #olderThan(place: number): number {
    const older = this.#older[place] ?? NOBODY;
    return older !== NOBODY && (this.#positions[older] ?? 0) < (this.#positions[place] ?? 0) ? older : NOBODY;
  }

  #note(key: string, position: number): void {
    const place = this.#next;
    const bucket = hashOf(key) & (this.#newest.length - 1);
    this.#keys[place] = key;
    this.#positions[place] = position;
    this.#older[place] = this.#newest[bucket] ?? NOBODY;
    this.#newest[bucket] = place;
    this.#next = place + 1 === this.#keys.length ? 0 : place + 1;
  }
}

/** FNV-1a over the second half of the code units: keys of one source differ at their ends. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = key.length >> 1; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
