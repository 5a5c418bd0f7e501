import type { DomainEvent } from '@plumbline/events';
import { dayOfIsoDate } from '@plumbline/kernel';
import type { PeerBaseline } from '../surroundings';
import { byDate, earliest, latest, type Baseline, type Dated } from './dated';
import { LatestVersions, type Version } from './latest-versions';

/** The figures of one group of peers, by date. */
interface Group extends Omit<Baseline, 'figures'> {
  readonly among: string;
  entries: Dated<Baseline>[];
}

/** Peer baselines by metric, specialty and site, each from a local day on. Those of one group share the words that name it. */
export class Baselines {
  private readonly versions = new LatestVersions<Dated<Baseline>>();
  private readonly groups = new Map<string, Group>();

  /** The first day for which the event changed something, with its metric; undefined where it changed nothing. */
  apply(event: DomainEvent): { readonly metric: string; readonly day: number } | undefined {
    const data = event.data as Record<'metric' | 'specialty' | 'site' | 'effectiveFrom', string> &
      Record<'peers' | 'medianMilli' | 'shrunkPercentile95Milli', number>;
    const { metric, peers, medianMilli, shrunkPercentile95Milli } = data;
    const group = this.groupOf(data);
    const change = this.versions.apply(event, (order) => ({
      from: dayOfIsoDate(data.effectiveFrom),
      order,
      value: baselineOf(group, { peers, medianMilli, shrunkPercentile95Milli }),
    }));
    if (change === undefined) return undefined;
    const { before, after } = change;
    if (before !== undefined) {
      const left = this.groupOf(before.value);
      left.entries = left.entries.filter((entry) => entry !== before);
    }
    if (after !== undefined) group.entries = [...group.entries, after].sort(byDate);
    return { metric, day: earliest(change) };
  }

  /** The figures that hold on a local day. */
  on(day: number, metric: string, specialty: string, site: string): Dated<Baseline> | undefined {
    return latest(this.groups.get(nameOf(metric, specialty, site))?.entries ?? [], day);
  }

  /** Forgets what held before a day, but for what is asked for: of each group the figures that hold on that day stay. */
  forgetBefore(day: number, asked: ReadonlySet<Dated<Baseline>>): void {
    const over = new Set<Dated<Baseline>>();
    for (const group of this.groups.values()) {
      const holds = latest(group.entries, day);
      group.entries = group.entries.filter((entry) => {
        const isAsked = entry === holds || entry.from > day || asked.has(entry);
        if (!isAsked) over.add(entry);
        return isAsked;
      });
    }
    this.versions.forget((entry) => !over.has(entry));
  }

  dump(): readonly Version<Dated<Baseline>>[] {
    return this.versions.dump();
  }

  load(versions: readonly Version<Dated<Baseline>>[]): void {
    this.versions.load(
      versions.map((version) => {
        const { from, value } = version.entry;
        return { ...version, entry: { from, order: version.key, value: baselineOf(this.groupOf(value), value.figures) } };
      }),
    );
    for (const entry of [...this.versions.entries()].sort(byDate)) this.groupOf(entry.value).entries.push(entry);
  }

  private groupOf({ metric, specialty, site }: Omit<Baseline, 'figures'>): Group {
    const name = nameOf(metric, specialty, site);
    let group = this.groups.get(name);
    if (group === undefined) {
      const among = site === '*' ? specialty : `${specialty} at ${site}`;
      group = { metric, specialty, site, among, entries: [] };
      this.groups.set(name, group);
    }
    return group;
  }
}

const baselineOf = ({ metric, specialty, site, among }: Group, figures: Omit<PeerBaseline, 'among'>): Baseline => ({
  metric,
  specialty,
  site,
  figures: { ...figures, among },
});

const nameOf = (metric: string, specialty: string, site: string): string => `${metric}\u0000${specialty}\u0000${site}`;
