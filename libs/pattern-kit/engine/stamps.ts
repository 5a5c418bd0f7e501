import type { OccurredTime } from '@plumbline/kernel';
import { widened } from './columns';

const precisions = ['day', 'minute', 'second', 'millisecond'] as const;
const RETRACTED = 4;

/**
 * What few events differ in: source, zone, type, precision and whether they retract. Each combination has a number, so that a row
 * keeps one instead of five.
 */
export class Stamps {
  private count = 0;
  private sources = new Int32Array(64);
  private zones = new Int32Array(64);
  private types = new Int32Array(64);
  private flags = new Uint8Array(64);
  private readonly byName = new Map<string, number>();
  /** The stamp of the last event of each type. */
  private readonly lastOf: number[] = [];

  number(source: number, zone: number, type: number, precision: OccurredTime['precision'], retracted: boolean): number {
    const last = this.lastOf[type];
    if (last !== undefined && this.sources[last] === source && this.zones[last] === zone) {
      if (this.retracted(last) === retracted && this.precision(last) === precision) return last;
    }
    const flags = precisions.indexOf(precision) | (retracted ? RETRACTED : 0);
    const name = `${String(source)} ${String(zone)} ${String(type)} ${String(flags)}`;
    const stamp = this.byName.get(name) ?? this.begin(name, source, zone, type, flags);
    this.lastOf[type] = stamp;
    return stamp;
  }

  source(stamp: number): number {
    return this.sources[stamp] as number;
  }

  zone(stamp: number): number {
    return this.zones[stamp] as number;
  }

  type(stamp: number): number {
    return this.types[stamp] as number;
  }

  precision(stamp: number): OccurredTime['precision'] {
    return precisions[(this.flags[stamp] as number) & 3] as OccurredTime['precision'];
  }

  retracted(stamp: number): boolean {
    return ((this.flags[stamp] as number) & RETRACTED) !== 0;
  }

  /** In the order of their numbers. */
  dump(): StampColumns {
    const { sources, zones, types, flags, count } = this;
    return { sources: sources.slice(0, count), zones: zones.slice(0, count), types: types.slice(0, count), flags: flags.slice(0, count) };
  }

  load({ sources, zones, types, flags }: StampColumns): void {
    sources.forEach((source, stamp) => {
      const [zone = 0, type = 0, flag = 0] = [zones[stamp], types[stamp], flags[stamp]];
      this.begin(`${String(source)} ${String(zone)} ${String(type)} ${String(flag)}`, source, zone, type, flag);
    });
  }

  private begin(name: string, source: number, zone: number, type: number, flags: number): number {
    const stamp = this.count;
    if (stamp === this.sources.length) {
      this.sources = widened(this.sources);
      this.zones = widened(this.zones);
      this.types = widened(this.types);
      this.flags = widened(this.flags);
    }
    this.count += 1;
    this.sources[stamp] = source;
    this.zones[stamp] = zone;
    this.types[stamp] = type;
    this.flags[stamp] = flags;
    this.byName.set(name, stamp);
    return stamp;
  }
}

/** All stamps as plain data. */
export interface StampColumns {
  readonly sources: Int32Array;
  readonly zones: Int32Array;
  readonly types: Int32Array;
  readonly flags: Uint8Array;
}
