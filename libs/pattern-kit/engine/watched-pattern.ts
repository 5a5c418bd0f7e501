import type { ClinicianId } from '@plumbline/kernel';
import type { PatternDeclaration } from '../declaration';
import type { FindingSubject, Undetermined } from '../finding';
import { CompiledPattern, typesOf } from './compiled-pattern';
import type { EngineContext } from './context';
import { PublishedFindings, subjectOf, type Published } from './publisher';
import { Subject } from './subject';

/** A subject with what has been said of it. */
export interface Watched {
  readonly subject: Subject;
  readonly who: FindingSubject;
  readonly published: PublishedFindings;
  /** What was last said to be undetermined, by reason. */
  undetermined: ReadonlyMap<string, { readonly since: number; readonly facts: number }>;
  /** How often the doubts had changed when that was said. */
  doubtsSaid: number;
}

/** What has been said of one subject, as plain data. */
export interface SaidOfSubject {
  readonly identity: string;
  readonly current: readonly Published[];
  readonly withdrawn: readonly Published[];
}

const NOTHING_UNDETERMINED: Watched['undetermined'] = new Map();

/** One pattern of an engine with all its subjects. */
export class WatchedPattern {
  readonly compiled: CompiledPattern;
  readonly types: ReadonlySet<string>;
  /** By the clinician's number, then by the other's number or, where the subject is divided, by a text. */
  private readonly subjects = new Map<number, Map<number | string, Watched>>();
  private readonly waiting = new Set<Watched>();

  constructor(
    readonly declaration: PatternDeclaration,
    private readonly context: EngineContext,
  ) {
    this.compiled = new CompiledPattern(declaration, context);
    this.types = new Set(typesOf(declaration));
  }

  /** The subject that a row belongs to, made where there is none yet; undefined where the row is no fact of this pattern. */
  insert(row: number): Watched | undefined {
    const found = this.locate(row, true);
    if (found === undefined) return undefined;
    found.watched.subject.insertAs(row, found.kinds);
    return found.watched;
  }

  /** Takes in a row that a new policy made possible; undefined where it was in before, or is no fact. */
  insertNow(row: number): Watched | undefined {
    const found = this.locate(row, false);
    return found?.watched.subject.rows.includes(row) === true ? undefined : this.insert(row);
  }

  /** Takes a row away that another version of its record has replaced; it stays known for what was known when. */
  supersede(row: number): Watched | undefined {
    const found = this.locate(row, false);
    if (found === undefined) return undefined;
    const { subject } = found.watched;
    subject.remove(row);
    subject.superseded.push(row);
    subject.changedFrom = 0;
    return found.watched;
  }

  /** A version that was already replaced when it arrived: it counts for nothing, but it was known once. */
  remember(row: number): Watched | undefined {
    const found = this.locate(row, true);
    if (found === undefined) return undefined;
    found.watched.subject.superseded.push(row);
    found.watched.subject.changedFrom = 0;
    return found.watched;
  }

  /** The same for a version that is replaced already. */
  rememberNow(row: number): Watched | undefined {
    const found = this.locate(row, false);
    return found?.watched.subject.superseded.includes(row) === true ? undefined : this.remember(row);
  }

  settle(watched: Watched): void {
    watched.subject.settle();
    if (watched.subject.waitsForDay) this.waiting.add(watched);
    else this.waiting.delete(watched);
  }

  /** In an order that does not depend on how they came to be known. */
  all(): Watched[] {
    return sorted([...this.subjects.values()].flatMap((subjects) => [...subjects.values()]));
  }

  of(clinician: string): Watched[] {
    return sorted(this.subjects.get(this.context.texts.number(clinician))?.values() ?? []);
  }

  /** Subjects that have something to judge at or after an instant: of one clinician, or of all. */
  from(instant: number, clinician: string | undefined): Watched[] {
    const found: Watched[] = [];
    const look = (subjects: Iterable<Watched>): void => {
      for (const watched of subjects) if (watched.subject.reaches(instant)) found.push(watched);
    };
    if (clinician === undefined) for (const subjects of this.subjects.values()) look(subjects.values());
    else look(this.subjects.get(this.context.texts.number(clinician))?.values() ?? []);
    return sorted(found);
  }

  waitingForDay(): Watched[] {
    return sorted(this.waiting);
  }

  /** What has been said of each subject, where anything has. */
  dump(): SaidOfSubject[] {
    return this.all().flatMap(({ subject, published: { current, withdrawn } }) =>
      current.length + withdrawn.size === 0 ? [] : [{ identity: subject.identity, current, withdrawn: [...withdrawn.values()] }],
    );
  }

  /** Puts back what had been said; the facts have been put back before. */
  load(said: readonly SaidOfSubject[]): void {
    const byIdentity = new Map(this.all().map((watched) => [watched.subject.identity, watched]));
    for (const { identity, current, withdrawn } of said) {
      const published = byIdentity.get(identity)?.published;
      if (published === undefined) continue;
      published.current = [...current];
      for (const entry of withdrawn) published.withdrawn.set(entry.finding.id, entry);
    }
    for (const watched of byIdentity.values()) {
      watched.subject.changedFrom = Infinity;
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
      const verdict = subject.verdicts[position] ?? 0;
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

  private locate(row: number, make: boolean): { readonly watched: Watched; readonly kinds: number } | undefined {
    const { rows, texts, records } = this.context;
    const clinicianNumber = rows.clinician(row);
    if (clinicianNumber === -1) return undefined;
    const clinician = texts.text(clinicianNumber) as ClinicianId;
    const kinds = this.compiled.kindsOf(row, { clinician });
    if (kinds === 0) return undefined;
    const patient = this.declaration.per === 'dyad' ? rows.patient(row) : -1;
    const donor = this.declaration.per === 'giver' ? rows.donor(row) : -1;
    const divided = this.dividedBy(row);
    const part = this.compiled.standsAlone(row, { clinician }) ? `record ${records.key(rows.record(row))}` : divided;
    if (make) return { watched: this.watch(clinician, clinicianNumber, patient, donor, part), kinds };
    const watched = this.subjects.get(clinicianNumber)?.get(keyOf(Math.max(patient, donor), part));
    return watched === undefined ? undefined : { watched, kinds };
  }

  private dividedBy(row: number): string | undefined {
    const { by } = this.declaration;
    if (by === undefined) return undefined;
    const { rows, types, texts, slot } = this.context;
    const value = rows.value(row, slot(types.text(rows.type(row)), by));
    return value === -1 ? '' : texts.text(value);
  }

  private watch(clinician: ClinicianId, clinicianNumber: number, patient: number, donor: number, part: string | undefined): Watched {
    const key = keyOf(Math.max(patient, donor), part);
    let ofClinician = this.subjects.get(clinicianNumber);
    if (ofClinician === undefined) this.subjects.set(clinicianNumber, (ofClinician = new Map<number | string, Watched>()));
    const known = ofClinician.get(key);
    if (known !== undefined) return known;
    const { texts } = this.context;
    const patientText = patient === -1 ? undefined : texts.text(patient);
    const donorText = donor === -1 ? undefined : texts.text(donor);
    const identity = [clinician, patientText ?? donorText ?? '', part ?? ''].join('\u0000');
    const watched: Watched = {
      subject: new Subject(this.compiled, clinician, identity),
      who: subjectOf(clinician, patientText, donorText),
      published: new PublishedFindings(),
      undetermined: NOTHING_UNDETERMINED,
      doubtsSaid: 0,
    };
    ofClinician.set(key, watched);
    return watched;
  }
}

const keyOf = (other: number, part: string | undefined): number | string => (part === undefined ? other : `${String(other)} ${part}`);

function sorted(watched: Iterable<Watched>): Watched[] {
  return [...watched].sort((left, right) => (left.subject.identity < right.subject.identity ? -1 : 1));
}
