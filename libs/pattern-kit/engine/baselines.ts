import { eventKey, type DomainEvent } from '@plumbline/events';
import { dayOfIsoDate } from '@plumbline/kernel';
import type { PeerBaseline } from '../surroundings';
import { byDate, earliest, latest, type Baseline, type Dated } from './dated';
import { LatestVersions, type Version } from './latest-versions';

/** Peer baselines by metric, specialty and site, each from a local day on. */
export class Baselines {
  private readonly versions = new LatestVersions<Dated<Baseline>>();
  private readonly groups = new Map<string, Dated<Baseline>[]>();

  /** The first day for which the event changed something, with its metric; undefined where it changed nothing. */
  apply(event: DomainEvent): { readonly metric: string; readonly day: number } | undefined {
    const data = event.data as Record<'metric' | 'specialty' | 'site' | 'effectiveFrom', string> &
      Record<'peers' | 'medianMilli' | 'shrunkPercentile95Milli', number>;
    const { metric, specialty, site, peers, medianMilli, shrunkPercentile95Milli } = data;
    const among = site === '*' ? specialty : `${specialty} at ${site}`;
    const figures = { peers, medianMilli, shrunkPercentile95Milli, among };
    const value = { metric, specialty, site, figures };
    const change = this.versions.apply(event, { from: dayOfIsoDate(data.effectiveFrom), order: eventKey(event), value });
    if (change === undefined) return undefined;
    if (change.before !== undefined) this.group(change.before, (group) => group.filter((entry) => entry !== change.before));
    const added = change.after;
    if (added !== undefined) this.group(added, (group) => [...group, added].sort(byDate));
    return { metric, day: earliest(change) };
  }

  /** The figures that hold on a local day. */
  on(day: number, metric: string, specialty: string, site: string): PeerBaseline | undefined {
    return latest(this.groups.get(nameOf(metric, specialty, site)) ?? [], day)?.value.figures;
  }

  dump(): readonly Version<Dated<Baseline>>[] {
    return this.versions.dump();
  }

  load(versions: readonly Version<Dated<Baseline>>[]): void {
    this.versions.load(versions);
    for (const entry of this.versions.entries()) this.group(entry, (group) => [...group, entry]);
    for (const [name, group] of this.groups) this.groups.set(name, [...group].sort(byDate));
  }

  private group({ value }: Dated<Baseline>, change: (group: readonly Dated<Baseline>[]) => Dated<Baseline>[]): void {
    const name = nameOf(value.metric, value.specialty, value.site);
    this.groups.set(name, change(this.groups.get(name) ?? []));
  }
}

const nameOf = (metric: string, specialty: string, site: string): string => `${metric}\u0000${specialty}\u0000${site}`;
