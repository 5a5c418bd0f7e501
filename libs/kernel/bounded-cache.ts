/** Keeps the entries used last, at most `capacity` of them, so that a million unknown identifiers leave memory flat. */
export class BoundedCache<Value> {
  private recent = new Map<string, Value>();
  private older = new Map<string, Value>();
  private readonly half: number;

  constructor(capacity: number) {
    this.half = Math.max(1, Math.floor(capacity / 2));
  }

  get size(): number {
    return this.recent.size + this.older.size;
  }

  get(key: string): Value | undefined {
    const value = this.recent.get(key);
    if (value !== undefined) return value;
    const aged = this.older.get(key);
    if (aged !== undefined) this.set(key, aged);
    return aged;
  }

  /** Two generations instead of a linked list: when the recent one is full it becomes the older one, and the older one goes. */
  set(key: string, value: Value): void {
    if (this.recent.size >= this.half) {
      this.older = this.recent;
      this.recent = new Map();
    }
    this.recent.set(key, value);
  }

  clear(): void {
    this.recent.clear();
    this.older.clear();
  }
}
