/** Event keys with the last position at which each stood, oldest first. */
export type RecentKeysState = readonly (readonly [key: string, position: number])[];

/**
 * Recognises an event that a transport delivered twice. A key counts as repeated when it stood at one of the `reach` positions
 * before: that depends on the log alone and neither on batches nor on restarts, so that a rebuild drops the same events.
 */
export class RecentKeys {
  readonly #positions: Map<string, number>;

  constructor(
    private readonly reach: number,
    state: RecentKeysState = [],
  ) {
    this.#positions = new Map(state);
  }

  /** Notes the key and says whether it is a repeat. Positions come in ascending order. */
  isRepeated(key: string, position: number): boolean {
    const before = this.#positions.get(key);
    // Deleted first, so that the map's order stays that of the last position.
    if (before !== undefined) this.#positions.delete(key);
    this.#positions.set(key, position);
    this.forgetBefore(position - this.reach);
    return before !== undefined && before >= position - this.reach;
  }

  snapshot(): RecentKeysState {
    return [...this.#positions];
  }

  private forgetBefore(oldest: number): void {
    for (const [key, position] of this.#positions) {
      if (position >= oldest) return;
      this.#positions.delete(key);
    }
  }
}
