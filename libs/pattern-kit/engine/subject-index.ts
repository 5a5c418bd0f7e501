import type { ClinicianId } from '@plumbline/kernel';
import type { FindingSubject } from '../finding';
import { widened } from './columns';
import type { CompiledPattern } from './compiled-pattern';
import { subjectOf } from './publisher';
import type { Renumbering } from './renumbering';
import { CLINICIAN, PAIR, type SubjectColumns } from './subject-columns';

/** The part of facts that do not stand alone in a pattern where others do; no field holds it. */
const WHOLE = '\u0000';

/** Finds the subjects of one pattern by whom an event concerns, and says who they are. */
export class SubjectIndex {
  /** By pair: the number of its subject plus one, or 0. Unused where subjects are divided. */
  private numbers = new Int32Array(64);
  /** Where subjects are divided: those of a pair, by part. */
  private readonly parts = new Map<number, Map<string, number>>();
  private readonly partOfSubject = new Map<number, string>();
  private readonly divided: boolean;

  constructor(
    private readonly compiled: CompiledPattern,
    private readonly columns: SubjectColumns,
  ) {
    const { by, facts } = compiled.declaration;
    this.divided = by !== undefined || Object.values(facts).some((fact) => fact.standsAlone !== undefined);
  }

  /** The text that tells a subject from others of the pattern; stable, it goes into the ids of its findings. */
  identityOf(number: number): string {
    return [this.clinicianOf(number), this.otherOf(number) ?? '', this.partOfSubject.get(number) ?? ''].join('\u0000');
  }

  /** For whom a subject's findings hold. */
  whoIs(number: number): FindingSubject {
    const giver = this.compiled.declaration.per === 'giver';
    const other = this.otherOf(number);
    return subjectOf(this.clinicianOf(number), giver ? undefined : other, giver ? other : undefined);
  }

  private clinicianOf(number: number): ClinicianId {
    return this.compiled.context.people.text(this.columns.get(number, CLINICIAN)) as ClinicianId;
  }

  private otherOf(number: number): string | undefined {
    return this.compiled.context.pairs.other(this.columns.get(number, PAIR));
  }

  /** The subject that a row belongs to, made where there is none yet. */
  ofRow(row: number): number {
    const { rows, pairs } = this.compiled.context;
    const { per } = this.compiled.declaration;
    const clinician = rows.clinician(row);
    const pair = per === 'dyad' ? rows.patientPair(row) : per === 'giver' ? rows.donorPair(row) : pairs.alone(clinician);
    if (!this.divided) return this.ofPair(clinician, pair, undefined);
    return this.ofPair(
      clinician,
      pair,
      this.compiled.standsAlone(row) ? `record ${rows.recordKey(this.compiled.context.records.of(row))}` : this.partOf(row),
    );
  }

  private partOf(row: number): string | undefined {
    const { by } = this.compiled.declaration;
    if (by === undefined) return undefined;
    const { rows, types, texts, slot } = this.compiled.context;
    const value = rows.value(row, slot(types.text(rows.type(row)), by));
    return value === -1 ? '' : texts.text(value);
  }

  /** The subject of a clinician with another, made where there is none yet. */
  ofPair(clinician: number, pair: number, part: string | undefined): number {
    const known = this.divided ? this.parts.get(pair)?.get(part ?? WHOLE) : (this.numbers[pair] ?? 0) - 1;
    if (known !== undefined && known !== -1) return known;
    const number = this.columns.add(clinician, pair);
    if (this.divided && part !== undefined) this.partOfSubject.set(number, part);
    this.enter(number, pair, part);
    return number;
  }

  private enterAll(): void {
    for (let number = 0; number < this.columns.count; number += 1) {
      this.enter(number, this.columns.get(number, PAIR), this.partOfSubject.get(number));
    }
  }

  private enter(number: number, pair: number, part: string | undefined): void {
    if (this.divided) {
      const parts = this.parts.get(pair) ?? new Map<string, number>();
      this.parts.set(pair, parts.set(part ?? WHOLE, number));
    } else {
      while (pair >= this.numbers.length) this.numbers = widened(this.numbers);
      this.numbers[pair] = number + 1;
    }
  }

  /** Subjects and pairs have other numbers now, which stand in the columns already. */
  renumber(subjects: Renumbering): void {
    subjects.keys(this.partOfSubject);
    this.numbers = new Int32Array(64);
    this.parts.clear();
    this.enterAll();
  }

  /** The parts of divided subjects, by their numbers. */
  dump(): readonly (readonly [subject: number, part: string])[] {
    return [...this.partOfSubject];
  }

  /** Finds the subjects again that were put back from a snapshot. */
  load(parts: readonly (readonly [subject: number, part: string])[]): void {
    for (const [subject, part] of parts) this.partOfSubject.set(subject, part);
    this.enterAll();
  }

  /** All subjects of one clinician, in no order. */
  ofClinician(clinician: number): number[] {
    return this.compiled.context.pairs.of(clinician).flatMap((pair) => {
      if (this.divided) return [...(this.parts.get(pair)?.values() ?? [])];
      const known = (this.numbers[pair] ?? 0) - 1;
      return known === -1 ? [] : [known];
    });
  }
}
