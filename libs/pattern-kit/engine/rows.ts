import { eventKey, recordKey, type DomainEvent } from '@plumbline/events';
import { widened } from './columns';
import { Recent, type Interner } from './interner';
import type { Pairs } from './pairs';
import type { People } from './people';
import type { FieldPlan } from './plan';
import type { Renumbering } from './renumbering';
import type { RowColumns } from './row-columns';
import { RowIds } from './row-ids';
import { Slots } from './slots';
import { Stamps } from './stamps';

/** No clinician, patient or giver is written down: no pattern will ask. */
const UNNAMED = -1;

/**
 * Every event that some pattern may count, in flat columns outside of the collector's heap: about 40 bytes, the fields that patterns
 * ask for, and its id. A row is written once; which version of a record counts is said elsewhere.
 */
export class Rows {
  count = 0;
  private readonly ids = new RowIds();
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
    const { occurred, data } = event;
    this.ids.keep(row, event);
    this.instants[row] = occurred.instant;
    this.recorded[row] = event.recordedAt;
    this.stamps[row] = this.stamped.number(source, this.zoneNumbers.number(occurred.zone), type, occurred.precision, event.retracted);
    this.clinicians[row] = UNNAMED;
    this.slots.begin(row);
    for (const field of fields) this.slots.write(field, data[field.name]);
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
    return this.ids.id(row);
  }

  recordId(row: number): string {
    return this.ids.recordId(row);
  }

  isOfRecord(row: number, source: number, recordId: string): boolean {
    return this.source(row) === source && this.ids.isOfRecord(row, recordId);
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
    return this.ids.supersedes(left, right);
  }

  /** How many rows tell of something before an instant. */
  olderThan(instant: number): number {
    let older = 0;
    for (let row = 0; row < this.count; row += 1) if ((this.instants[row] as number) < instant) older += 1;
    return older;
  }

  /** By row, 1 where it tells of something at or after an instant. */
  youngerThan(instant: number): Uint8Array {
    return Uint8Array.from({ length: this.count }, (_, row) => Number((this.instants[row] as number) >= instant));
  }

  /** Marks the pairs that marked rows name. */
  markPairs(kept: Uint8Array, pairs: Uint8Array): void {
    for (let row = 0; row < this.count; row += 1) {
      if (kept[row] !== 1 || this.clinicians[row] === UNNAMED) continue;
      pairs[this.patients[row] as number] = 1;
      pairs[this.donors[row] as number] = 1;
    }
  }

  /** Forgets rows, and the pairs that none of the others name. */
  renumber(rows: Renumbering, pairs: Renumbering): void {
    this.count = rows.count;
    this.ids.renumber(rows);
    this.slots.renumber(rows);
    this.instants = rows.column(this.instants);
    this.recorded = rows.column(this.recorded);
    this.stamps = rows.column(this.stamps);
    this.clinicians = rows.column(this.clinicians);
    this.patients = rows.column(this.patients);
    this.donors = rows.column(this.donors);
    for (let row = 0; row < this.count; row += 1) {
      if (this.clinicians[row] === UNNAMED) continue;
      this.patients[row] = pairs.of(this.patients[row] as number);
      this.donors[row] = pairs.of(this.donors[row] as number);
    }
  }

  /** The columns as they are, for a snapshot. */
  columns(): RowColumns {
    const { count } = this;
    return {
      count,
      ids: this.ids.dump(),
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
    this.instants.set(columns.instants);
    this.recorded.set(columns.recorded);
    this.stamps.set(columns.stamps);
    this.stamped.load(columns.stamped);
    this.clinicians.set(columns.clinicians);
    this.patients.set(columns.patients);
    this.donors.set(columns.donors);
    this.slots.load(columns.slots);
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
