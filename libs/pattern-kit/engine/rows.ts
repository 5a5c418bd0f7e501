import { eventKey, recordKey, type DomainEvent } from '@plumbline/events';
import { widened } from './columns';
import { Recent, type Interner } from './interner';
import type { Pairs } from './pairs';
import type { People } from './people';
import type { FieldPlan } from './plan';
import type { RowColumns } from './row-columns';
import { ABSENT, Slots } from './slots';
import { Stamps } from './stamps';
import { TextColumn } from './text-column';

/** No clinician, patient or giver is written down: no pattern will ask. */
const UNNAMED = -1;
const USUAL_VERSION = 1;

/**
 * Every event that some pattern may count, in flat columns outside of the collector's heap: about 40 bytes, the fields that patterns
 * ask for, and its id. A row is written once; which version of a record counts is said elsewhere.
 */
export class Rows {
  count = 0;
  private readonly ids = new TextColumn();
  /** Ids of records where they are not the event's own. */
  private readonly recordIds = new Map<number, string>();
  /** Versions other than the first. */
  private readonly versions = new Map<number, number>();
  private instants = new Float64Array(1_024);
  private recorded = new Float64Array(1_024);
  private stamps = new Int32Array(1_024);
  private clinicians = new Int32Array(1_024);
  private patients = new Int32Array(1_024);
  private donors = new Int32Array(1_024);
  private readonly slots = new Slots();
  private readonly stamped = new Stamps();
  private readonly zoneNumbers: Recent;
  private readonly sourceNumbers: Recent;

  constructor(
    private readonly texts: Interner,
    private readonly people: People,
    private readonly pairs: Pairs,
  ) {
    this.zoneNumbers = new Recent(texts);
    this.sourceNumbers = new Recent(texts);
  }

  /** The number of an event's source. */
  sourceNumber(source: string): number {
    return this.sourceNumbers.number(source);
  }

  /** Writes an id down to be kept by `add`; its hash, seeded with the source. */
  tryId(id: string, source: number): number {
    return this.ids.try(id, source);
  }

  /** Writes an event down whose id was tried last; whom it concerns is written by `name` where some pattern may ever ask. */
  add(event: DomainEvent, source: number, type: number, fields: readonly FieldPlan[]): number {
    const row = this.count;
    if (row === this.instants.length) this.grow();
    this.count = row + 1;
    const { id, recordId, recordVersion, occurred, data } = event;
    this.ids.keep();
    if (recordId !== id) this.recordIds.set(row, recordId);
    if (recordVersion !== USUAL_VERSION) this.versions.set(row, recordVersion);
    this.instants[row] = occurred.instant;
    this.recorded[row] = event.recordedAt;
    this.stamps[row] = this.stamped.number(source, this.zoneNumbers.number(occurred.zone), type, occurred.precision, event.retracted);
    this.clinicians[row] = UNNAMED;
    this.slots.begin(row);
    for (const field of fields) this.write(field, data[field.name]);
    return row;
  }

  /** Writes down whom an event concerns; one that names no clinician concerns nobody. */
  name(row: number, data: DomainEvent['data'], givers: boolean): void {
    const { clinician: name, patient, donor } = data;
    if (typeof name !== 'string') return;
    const clinician = this.people.number(name);
    this.clinicians[row] = clinician;
    this.patients[row] = this.pairs.number(clinician, typeof patient === 'string' ? patient : undefined);
    if (givers) this.donors[row] = this.pairs.number(clinician, typeof donor === 'string' ? donor : undefined);
  }

  /** Takes back the fields of the row that was added last: no pattern will ever count it. */
  dropFields(row: number): void {
    this.slots.drop(row);
  }

  time(row: number): number {
    return this.instants[row] as number;
  }

  recordedAt(row: number): number {
    return this.recorded[row] as number;
  }

  type(row: number): number {
    return this.stamped.type(this.stamps[row] as number);
  }

  zone(row: number): string {
    return this.texts.text(this.stamped.zone(this.stamps[row] as number));
  }

  /** The clinician's number, or -1. */
  clinician(row: number): number {
    return this.clinicians[row] as number;
  }

  /** The pair of the clinician and the patient, or nobody. */
  patientPair(row: number): number {
    return this.patients[row] as number;
  }

  /** The pair of the clinician and the giver, or nobody, of an event that has givers. */
  donorPair(row: number): number {
    return this.donors[row] as number;
  }

  source(row: number): number {
    return this.stamped.source(this.stamps[row] as number);
  }

  /** The event's id at its source. */
  id(row: number): string {
    return this.ids.at(row);
  }

  recordId(row: number): string {
    return this.recordIds.size === 0 ? this.id(row) : (this.recordIds.get(row) ?? this.id(row));
  }

  isOfRecord(row: number, source: number, recordId: string): boolean {
    if (this.source(row) !== source) return false;
    const own = this.recordIds.size === 0 ? undefined : this.recordIds.get(row);
    return own === undefined ? this.ids.is(row, recordId) : own === recordId;
  }

  /** The source and the record's id there, joined by NUL. */
  recordKey(row: number): string {
    return recordKey({ source: this.texts.text(this.source(row)), recordId: this.recordId(row) });
  }

  retracted(row: number): boolean {
    return this.stamped.retracted(this.stamps[row] as number);
  }

  precision(row: number): ReturnType<Stamps['precision']> {
    return this.stamped.precision(this.stamps[row] as number);
  }

  /** The source and the event's id there, joined by NUL. */
  key(row: number): string {
    return eventKey({ source: this.texts.text(this.source(row)), id: this.id(row) });
  }

  /** The value in a slot: a number, a text's number, 0 or 1 of a flag, or -1 where the field is absent. */
  value(row: number, slot: number): number {
    return this.slots.value(row, slot);
  }

  /** Facts are ordered by event time and, where that is the same, by event key. Negative where the first comes first. */
  compare(left: number, right: number): number {
    const difference = this.time(left) - this.time(right);
    if (difference !== 0) return difference;
    const same = this.source(left) === this.source(right);
    const first = same ? this.id(left) : this.key(left);
    const second = same ? this.id(right) : this.key(right);
    return first < second ? -1 : first > second ? 1 : 0;
  }

  /** Whether the first of two rows of one record, and so of one source, has its later version. */
  supersedes(left: number, right: number): boolean {
    const difference = (this.versions.get(left) ?? USUAL_VERSION) - (this.versions.get(right) ?? USUAL_VERSION);
    return difference !== 0 ? difference > 0 : this.id(left) > this.id(right);
  }

  /** The columns as they are, for a snapshot. */
  columns(): RowColumns {
    const { count } = this;
    return {
      count,
      ids: this.ids.dump(),
      recordIds: [...this.recordIds],
      versions: [...this.versions],
      instants: this.instants.slice(0, count),
      recorded: this.recorded.slice(0, count),
      stamps: this.stamps.slice(0, count),
      stamped: this.stamped.dump(),
      clinicians: this.clinicians.slice(0, count),
      patients: this.patients.slice(0, count),
      donors: this.donors.slice(0, count),
      slots: this.slots.dump(count),
    };
  }

  load(columns: RowColumns): void {
    while (this.instants.length < columns.count) this.grow();
    this.count = columns.count;
    this.ids.load(columns.ids);
    for (const [row, recordId] of columns.recordIds) this.recordIds.set(row, recordId);
    for (const [row, version] of columns.versions) this.versions.set(row, version);
    this.instants.set(columns.instants);
    this.recorded.set(columns.recorded);
    this.stamps.set(columns.stamps);
    this.stamped.load(columns.stamped);
    this.clinicians.set(columns.clinicians);
    this.patients.set(columns.patients);
    this.donors.set(columns.donors);
    this.slots.load(columns.slots);
  }

  private write({ kind, recent }: FieldPlan, value: unknown): void {
    if (typeof value === 'string') this.slots.push(kind === 'presence' ? 1 : recent.number(value));
    else if (typeof value === 'number') this.slots.push(value);
    else if (typeof value === 'boolean') this.slots.push(value ? 1 : 0);
    else if (kind === 'money') this.writeMoney(value, recent);
    else this.slots.push(ABSENT);
  }

  /** Minor units and currency. */
  private writeMoney(value: unknown, recent: Recent): void {
    const money = value as { readonly minor: number; readonly currency: string } | undefined | null;
    this.slots.push(money ? money.minor : ABSENT);
    this.slots.push(money ? recent.number(money.currency) : ABSENT);
  }

  private grow(): void {
    this.instants = widened(this.instants);
    this.recorded = widened(this.recorded);
    this.stamps = widened(this.stamps);
    this.clinicians = widened(this.clinicians);
    this.patients = widened(this.patients);
    this.donors = widened(this.donors);
  }
}
