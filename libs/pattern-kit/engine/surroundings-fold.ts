import type { DomainEvent } from '@plumbline/events';
import { DAY, dayOfIsoDate, localTime, startOfLocalDay, type ClinicianId } from '@plumbline/kernel';
import type { DirectoryEntry, PeerBaseline, PolicyView, RosterState, Surroundings } from '../surroundings';
import type { AskedSurroundings } from './asked-surroundings';
import { Baselines } from './baselines';
import { placeAt } from './columns';
import {
  WIDEST_OFFSET,
  byDate,
  earliest,
  latest,
  padded,
  type Activation,
  type Baseline,
  type Dated,
  type Listing,
  type SurroundingsDump,
} from './dated';
import type { Disturbance } from './disturbance';
import type { Interner } from './interner';
import { LatestVersions } from './latest-versions';
import type { People } from './people';
import { Roster } from './roster';

/** Makes the policy view of an activated policy's document; given by whoever knows the form of policies. */
export type PolicyReader = (document: Readonly<Record<string, unknown>>, policy: string, policyVersion: number) => PolicyView;

const TYPES: ReadonlySet<string> = new Set([
  'policy.activated',
  'directory.clinician-listed',
  'directory.shift-rostered',
  'directory.on-call-rostered',
  'baselines.peer-baseline-computed',
  'calendar.day-closed',
]);

/** Policies, directory, rosters, baselines and closed days as the log tells them, looked up by event time. */
export class SurroundingsFold implements Surroundings {
  /** The end of the latest closed day; every local day that ended by then is closed. */
  closedUntil = -Infinity;
  private policies: Dated<PolicyView>[] = [];
  private personal: (boolean | undefined)[] = [];
  private readonly activations = new LatestVersions<Dated<Activation>>();
  private readonly views = new WeakMap<Activation, PolicyView>();
  /** By the clinician's number. */
  private readonly listings: (Listing | undefined)[] = [];
  private readonly rosters = new Map<number, Roster>();
  private readonly baselines = new Baselines();

  constructor(
    private readonly readPolicy: PolicyReader,
    private readonly people: People,
  ) {}

  /** Whether events of a type concern the surroundings. */
  takes(type: string): boolean {
    return TYPES.has(type);
  }

  /** Takes an event that concerns the surroundings; undefined for any other, and for one that changes nothing. */
  apply(event: DomainEvent): Disturbance | undefined {
    switch (event.type) {
      case 'policy.activated':
        return this.activate(event);
      case 'directory.clinician-listed':
        return this.list(event);
      case 'directory.shift-rostered':
      case 'directory.on-call-rostered':
        return this.rosterIn(event);
      case 'baselines.peer-baseline-computed':
        return this.compare(event);
      case 'calendar.day-closed':
        return this.close(event);
      default:
        return undefined;
    }
  }

  /** Whether some known policy does not approve a channel, or none was in force. The number is the channel's among the texts. */
  mayBePersonal(number: number, texts: Interner, instant: number): boolean {
    const first = this.policies[0];
    if (first === undefined || instant < first.from) return true;
    const known = number < this.personal.length ? this.personal[number] : undefined;
    if (known !== undefined) return known;
    const channel = texts.text(number);
    const answer = this.policies.some(({ value }) => !value.isApprovedChannel(channel));
    placeAt(this.personal, number, answer);
    return answer;
  }

  /** All policies that are known. */
  get allPolicies(): readonly PolicyView[] {
    return this.policies.map(({ value }) => value);
  }

  policyAt(instant: number): PolicyView | undefined {
    return latest(this.policies, instant)?.value;
  }

  directoryAt(clinician: ClinicianId, instant: number): DirectoryEntry | undefined {
    return this.directoryOf(this.people.find(clinician), instant);
  }

  rosterAt(clinician: ClinicianId, instant: number): RosterState {
    return this.rosterOf(this.people.find(clinician), instant);
  }

  baselineAt(metric: string, clinician: ClinicianId, instant: number): PeerBaseline | undefined {
    return this.baselineOf(metric, this.people.find(clinician), instant);
  }

  private directoryOf(clinician: number, instant: number): DirectoryEntry | undefined {
    const sorted = clinician === -1 ? undefined : this.listings[clinician]?.sorted;
    // A directory is often loaded after the events that it explains: before its first entry, that entry counts.
    return sorted === undefined ? undefined : (latest(sorted, instant) ?? sorted[0])?.value;
  }

  /** What the roster of a clinician, by number, says of an instant. */
  rosterOf(clinician: number, instant: number): RosterState {
    return this.rosters.size === 0 ? 'no-roster' : (this.rosters.get(clinician)?.at(instant) ?? 'no-roster');
  }

  /** The clinician's zone at that time, else the institution's, else UTC. */
  zoneOf(clinician: number, instant: number): string {
    return this.directoryOf(clinician, instant)?.zone ?? this.policyAt(instant)?.zone ?? 'UTC';
  }

  /** The site's own figures where they rest on enough peers, else the whole institution's. */
  baselineOf(metric: string, clinician: number, instant: number, minimumPeers = 1): PeerBaseline | undefined {
    const entry = this.directoryOf(clinician, instant);
    if (entry === undefined) return undefined;
    const { day } = localTime(instant, entry.zone);
    const figures = this.baselines.on(day, metric, entry.specialty, entry.site)?.value.figures;
    if (figures !== undefined && figures.peers >= minimumPeers) return figures;
    const everywhere = this.baselines.on(day, metric, entry.specialty, '*')?.value.figures;
    return everywhere !== undefined && everywhere.peers >= minimumPeers ? everywhere : undefined;
  }

  /** What was computed for the clinician's peers at the site and at all sites, the last before an instant of each. */
  baselinesFor(metric: string, clinician: number, instant: number): readonly Dated<Baseline>[] {
    const entry = this.directoryOf(clinician, instant);
    if (entry === undefined) return [];
    const { day } = localTime(instant, entry.zone);
    return [entry.site, '*'].flatMap((site) => this.baselines.on(day, metric, entry.specialty, site) ?? []);
  }

  /** Forgets rosters and baselines for which nobody will ask any more. */
  forget(asked: AskedSurroundings): void {
    for (const [clinician, roster] of this.rosters) roster.forgetBefore(asked.rosterFrom(clinician));
    this.baselines.forgetBefore(Math.floor((asked.before - WIDEST_OFFSET) / DAY), asked.baselines);
  }

  dump(): SurroundingsDump {
    return {
      closedUntil: this.closedUntil,
      activations: this.activations.dump(),
      listings: this.listings.flatMap((listing, clinician) =>
        listing === undefined ? [] : [[this.people.text(clinician), listing.all.dump()] as const],
      ),
      rosters: [...this.rosters].map(([clinician, roster]) => [this.people.text(clinician), roster.dump()] as const),
      baselines: this.baselines.dump(),
    };
  }

  load(dump: SurroundingsDump): void {
    this.closedUntil = dump.closedUntil;
    this.activations.load(dump.activations);
    this.sortPolicies();
    for (const [clinician, versions] of dump.listings) {
      const all = new LatestVersions<Dated<DirectoryEntry>>();
      all.load(versions);
      placeAt(this.listings, this.people.number(clinician), { all, sorted: [...all.entries()].sort(byDate) });
    }
    for (const [clinician, rows] of dump.rosters) {
      const roster = new Roster();
      roster.load(rows);
      this.rosters.set(this.people.number(clinician), roster);
    }
    this.baselines.load(dump.baselines);
  }

  private activate(event: DomainEvent): Disturbance | undefined {
    const data = event.data as {
      policy: string;
      policyVersion: number;
      effectiveFrom: string;
      document: Readonly<Record<string, unknown>>;
    };
    const { policy, policyVersion, document } = data;
    const change = this.activations.apply(event, (key) => ({
      from: Date.parse(data.effectiveFrom),
      order: padded(policyVersion) + key,
      value: { policy, policyVersion, document },
    }));
    if (change === undefined) return undefined;
    this.sortPolicies();
    return { of: 'policy', from: earliest(change) };
  }

  private sortPolicies(): void {
    this.personal = [];
    this.policies = [...this.activations.entries()].sort(byDate).map((dated) => ({ ...dated, value: this.viewOf(dated.value) }));
  }

  private viewOf(activation: Activation): PolicyView {
    const view = this.views.get(activation) ?? this.readPolicy(activation.document, activation.policy, activation.policyVersion);
    this.views.set(activation, view);
    return view;
  }

  private list(event: DomainEvent): Disturbance | undefined {
    const data = event.data as unknown as DirectoryEntry & { clinician: string };
    const clinician = this.people.number(data.clinician);
    const listing: Listing = this.listings[clinician] ?? { all: new LatestVersions<Dated<DirectoryEntry>>(), sorted: [] };
    placeAt(this.listings, clinician, listing);
    const { specialty, department, site, zone } = data;
    const value = { specialty, department, site, zone };
    const change = listing.all.apply(event, (order) => ({ from: event.occurred.instant, order, value }));
    if (change === undefined) return undefined;
    const first = listing.sorted[0];
    listing.sorted = [...listing.all.entries()].sort(byDate);
    return { of: 'directory', clinician: data.clinician, from: listing.sorted[0] === first ? earliest(change) : -Infinity };
  }

  private rosterIn(event: DomainEvent): Disturbance | undefined {
    const data = event.data as { clinician: string; start: string; end: string };
    const clinician = this.people.number(data.clinician);
    const roster = this.rosters.get(clinician) ?? new Roster();
    this.rosters.set(clinician, roster);
    const from = roster.apply(event, event.type === 'directory.shift-rostered' ? 'shift' : 'on-call', {
      start: Date.parse(data.start),
      end: Date.parse(data.end),
    });
    return from === undefined ? undefined : { of: 'roster', clinician: data.clinician, from };
  }

  private compare(event: DomainEvent): Disturbance | undefined {
    const change = this.baselines.apply(event);
    return change && { of: 'baseline', metric: change.metric, from: change.day * DAY - WIDEST_OFFSET };
  }

  private close(event: DomainEvent): Disturbance | undefined {
    const data = event.data as { day: string; zone: string };
    const end = startOfLocalDay(dayOfIsoDate(data.day) + 1, data.zone);
    if (end <= this.closedUntil) return undefined;
    const from = this.closedUntil;
    this.closedUntil = end;
    return { of: 'closed-day', from };
  }
}
