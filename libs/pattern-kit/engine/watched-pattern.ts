import type { ClinicianId } from '@plumbline/kernel';
import type { PatternDeclaration } from '../declaration';
import type { Undetermined } from '../finding';
import { CompiledPattern, typesOf } from './compiled-pattern';
import type { EngineContext } from './context';
import { widened } from './pairs';
import type { Published } from './publisher';
import { Watched } from './watched';
import { FactColumns } from './fact-columns';
import { NONE, Subject } from './subject';

/** What has been said of one subject, as plain data. */
export interface SaidOfSubject {
  readonly identity: string;
  readonly current: readonly Published[];
  readonly withdrawn: readonly Published[];
}

/** One pattern of an engine with all its subjects. */
export class WatchedPattern {
  readonly compiled: CompiledPattern;
  readonly types: ReadonlySet<string>;
  private readonly subjects: Watched[] = [];
  private readonly columns = new FactColumns();
  /** By pair: the number of its subject plus one, or 0. Unused where subjects are divided. */
  private ofPair = new Int32Array(64);
  /** Where subjects are divided: those of a pair, by part. */
  private readonly parts = new Map<number, Map<string, Watched>>();
  private readonly divided: boolean;
  private readonly waiting = new Set<Watched>();

  constructor(
    readonly declaration: PatternDeclaration,
    private readonly context: EngineContext,
  ) {
    this.compiled = new CompiledPattern(declaration, context);
    this.types = new Set(typesOf(declaration));
    this.divided = declaration.by !== undefined || Object.values(declaration.facts).some((fact) => fact.standsAlone !== undefined);
  }

  /** Puts a row in under each of the kinds of fact that it is, given as bits; whose subject it is. */
  put(row: number, kinds: number): Watched {
    const watched = this.subjectOfRow(row);
    watched.subject.insertAs(row, kinds);
    return watched;
  }

  /** Puts a row in; undefined where it is no fact of this pattern. */
  insert(row: number): Watched | undefined {
    const kinds = this.kindsOf(row);
    return kinds === 0 ? undefined : this.put(row, kinds);
  }

  /** Takes in a row that a new policy made possible; undefined where it was in before, or is no fact. */
  insertNow(row: number): Watched | undefined {
    const kinds = this.kindsOf(row);
    return kinds === 0 || this.subjectOfRow(row).subject.positionOf(row) !== -1 ? undefined : this.put(row, kinds);
  }

  /** Takes a row away that another version of its record has replaced; it stays known for what was known when. */
  supersede(row: number): Watched | undefined {
    if (this.kindsOf(row) === 0) return undefined;
    this.subjectOfRow(row).subject.supersede(row);
    return this.remember(row);
  }

  /** A version that was already replaced when it arrived: it counts for nothing, but it was known once. */
  remember(row: number): Watched | undefined {
    if (this.kindsOf(row) === 0) return undefined;
    const watched = this.subjectOfRow(row);
    watched.subject.remember(row);
    return watched;
  }

  /** The same for a version that is replaced already. */
  rememberNow(row: number): Watched | undefined {
    if (this.kindsOf(row) === 0) return undefined;
    return this.subjectOfRow(row).subject.superseded.includes(row) ? undefined : this.remember(row);
  }

  settle(watched: Watched): void {
    watched.subject.settle();
    if (watched.subject.waitsForDay) this.waiting.add(watched);
    else if (this.waiting.size > 0) this.waiting.delete(watched);
  }

  /** In an order that does not depend on how they came to be known. */
  all(): Watched[] {
    return sorted(this.subjects);
  }

  of(clinician: string): Watched[] {
    return sorted(this.subjectsOf(clinician));
  }

  /** Subjects that have something to judge at or after an instant: of one clinician, or of all. */
  from(instant: number, clinician: string | undefined): Watched[] {
    const among = clinician === undefined ? this.subjects : this.subjectsOf(clinician);
    return sorted(among.filter(({ subject }) => subject.reaches(instant)));
  }

  waitingForDay(): Watched[] {
    return sorted(this.waiting);
  }

  /** What has been said of each subject, where anything has. */
  dump(): SaidOfSubject[] {
    return this.all().flatMap(({ identity, published: { current, withdrawn } }) =>
      current.length + withdrawn.size === 0 ? [] : [{ identity, current, withdrawn: [...withdrawn.values()] }],
    );
  }

  /** Puts back what had been said; the facts have been put back before. */
  load(said: readonly SaidOfSubject[]): void {
    const byIdentity = new Map(this.all().map((watched) => [watched.identity, watched]));
    for (const { identity, current, withdrawn } of said) {
      const published = byIdentity.get(identity)?.published;
      if (published === undefined) continue;
      published.current = [...current];
      for (const entry of withdrawn) published.withdrawn.set(entry.finding.id, entry);
    }
    for (const watched of byIdentity.values()) {
      watched.subject.changedFrom = NONE;
      watched.undetermined = this.undeterminedOf(watched);
      watched.doubtsSaid = watched.subject.doubtsChanged;
    }
  }

  /** The dyad that findings of other patterns feed, made where there is none yet. */
  dyad(clinician: ClinicianId, patient: string): Watched {
    const { texts } = this.context;
    return this.watch(clinician, texts.number(clinician), texts.number(patient), -1, undefined);
  }

  undeterminedOf({ subject }: Watched): Map<string, { since: number; facts: number }> {
    const found = new Map<string, { since: number; facts: number }>();
    for (let position = 0; position < subject.length; position += 1) {
      const rank = subject.rank(position);
      const verdict = subject.verdict(position);
      const code = rank <= -2 ? -2 - rank : verdict;
      const because = code >= 2 && this.compiled.measure.judges(subject.kind(position)) ? this.compiled.labels.because(code) : undefined;
      if (because === undefined) continue;
      const entry = found.get(because) ?? { since: subject.time(position), facts: 0 };
      entry.facts += 1;
      found.set(because, entry);
    }
    return found;
  }

  /** What is newly, differently or no longer undetermined (`facts` 0) since it was last asked. */
  undeterminedChanges(watched: Watched): Undetermined[] {
    if (watched.subject.doubtsChanged === watched.doubtsSaid) return [];
    watched.doubtsSaid = watched.subject.doubtsChanged;
    const now = this.undeterminedOf(watched);
    const before = watched.undetermined;
    watched.undetermined = now;
    const reasons = [...new Set([...before.keys(), ...now.keys()])].sort();
    return reasons.flatMap((because) => {
      const was = before.get(because);
      const is = now.get(because) ?? { since: was?.since ?? 0, facts: 0 };
      if (was?.facts === is.facts && was.since === is.since) return [];
      return [{ pattern: this.declaration.id, subject: watched.who, because, ...is }];
    });
  }

  private kindsOf(row: number): number {
    return this.context.rows.clinician(row) === -1 ? 0 : this.compiled.kindsOf(row);
  }

  /** The subject that a row belongs to, made where there is none yet. */
  private subjectOfRow(row: number): Watched {
    const { rows, texts, pairs, records } = this.context;
    const clinician = rows.clinician(row);
    const { per } = this.declaration;
    const patient = per === 'dyad' ? rows.patient(row) : -1;
    const donor = per === 'giver' ? rows.donor(row) : -1;
    if (!this.divided) {
      const known = this.ofPair[pairs.number(clinician, Math.max(patient, donor))] ?? 0;
      if (known !== 0) return this.subjects[known - 1] as Watched;
    }
    const part = this.compiled.standsAlone(row) ? `record ${rows.recordKey(records.of(row))}` : this.partOf(row);
    return this.watch(texts.text(clinician) as ClinicianId, clinician, patient, donor, part);
  }

  private partOf(row: number): string | undefined {
    const { by } = this.declaration;
    if (by === undefined) return undefined;
    const { rows, types, texts, slot } = this.context;
    const value = rows.value(row, slot(types.text(rows.type(row)), by));
    return value === -1 ? '' : texts.text(value);
  }

  private watch(clinician: ClinicianId, clinicianNumber: number, patient: number, donor: number, part: string | undefined): Watched {
    const { texts, pairs } = this.context;
    const pair = pairs.number(clinicianNumber, Math.max(patient, donor));
    const known = this.divided ? this.parts.get(pair)?.get(part ?? WHOLE) : this.subjects[(this.ofPair[pair] ?? 0) - 1];
    if (known !== undefined) return known;
    const patientText = patient === -1 ? undefined : texts.text(patient);
    const donorText = donor === -1 ? undefined : texts.text(donor);
    const watched = new Watched(new Subject(this.compiled, clinician, this.columns), patientText, donorText, part);
    this.subjects.push(watched);
    if (this.divided) {
      const parts = this.parts.get(pair) ?? new Map<string, Watched>();
      this.parts.set(pair, parts.set(part ?? WHOLE, watched));
    } else {
      while (pair >= this.ofPair.length) this.ofPair = widened(this.ofPair);
      this.ofPair[pair] = this.subjects.length;
    }
    return watched;
  }

  private subjectsOf(clinician: string): Watched[] {
    const { texts, pairs } = this.context;
    return pairs.of(texts.number(clinician)).flatMap((pair) => {
      if (this.divided) return [...(this.parts.get(pair)?.values() ?? [])];
      const watched = this.subjects[(this.ofPair[pair] ?? 0) - 1];
      return watched === undefined ? [] : [watched];
    });
  }
}

/** The part of facts that do not stand alone in a pattern where others do; no field holds it. */
const WHOLE = '\u0000';

function sorted(watched: Iterable<Watched>): Watched[] {
  return [...watched]
    .map((entry) => ({ entry, identity: entry.identity }))
    .sort((left, right) => (left.identity < right.identity ? -1 : 1))
    .map(({ entry }) => entry);
}
