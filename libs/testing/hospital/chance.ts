import { sha256Hex } from '@plumbline/kernel';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded chance. The same seed and label give the same sequence on every machine; a new label never disturbs another's. */
export class Chance {
  private readonly generator;

  constructor(
    private readonly seed: number,
    private readonly label = '',
  ) {
    this.generator = xoroshiro128plus(Number.parseInt(sha256Hex(`${String(seed)}/${label}`).slice(0, 8), 16) | 0);
  }

  /** A whole number from `minimum` to `maximum`, both included. */
  whole(minimum: number, maximum: number): number {
    return uniformInt(this.generator, minimum, maximum);
  }

  /** True in so many of a thousand cases. */
  inThousand(cases: number): boolean {
    return this.whole(0, 999) < cases;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** Independent chance for a part of the hospital. */
  fork(label: string): Chance {
    return new Chance(this.seed, `${this.label}/${label}`);
  }
}
