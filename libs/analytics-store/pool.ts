/** Hands out things that serve one caller at a time; who finds none free waits in order. */
export class Pool<Thing> {
  readonly #idle: Thing[];
  readonly #waiting: ((thing: Thing) => void)[] = [];

  constructor(things: readonly Thing[]) {
    this.#idle = [...things];
  }

  async use<Result>(work: (thing: Thing) => Promise<Result>): Promise<Result> {
    const thing = await this.take();
    try {
      return await work(thing);
    } finally {
      this.give(thing);
    }
  }

  take(): Promise<Thing> {
    const thing = this.#idle.pop();
    if (thing !== undefined) return Promise.resolve(thing);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  give(thing: Thing): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(thing);
    else next(thing);
  }
}
