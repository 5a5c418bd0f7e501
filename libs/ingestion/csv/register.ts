import { createHash } from 'node:crypto';
import { ProblemError, dayOfIsoDate, sha256Hex, startOfLocalDay, type Problem } from '@plumbline/kernel';
import type { Surroundings } from '../core/adapter';
import type { Adapted, EventDraft, Origin } from '../core/draft';
import { problemsOf, shapeFor } from '../core/event-shapes';
import type { MappedRegister } from './mapping';
import type { RegisterEntry } from './register-store';

/** The date of a snapshot, from the options or the file's name. @throws ProblemError `register.no-date` */
export function snapshotDay(register: MappedRegister, surroundings: Surroundings): string {
  const { snapshot, fileName } = surroundings.options;
  const groups = register.fileName?.exec(fileName ?? '')?.groups;
  const year = groups?.['year'] ?? '';
  const found =
    snapshot ?? (groups === undefined ? '' : `${year.length === 2 ? `20${year}` : year}-${groups['month'] ?? ''}-${groups['day'] ?? ''}`);
  try {
    dayOfIsoDate(found);
    return found;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ProblemError({
      code: 'register.no-date',
      reason: 'Nobody says of which day this snapshot of the register is.',
      remedy: 'Name its date with the option snapshot, or keep the file name that the mapping expects.',
    });
  }
}

const outOfOrder = (day: string, last: string): ProblemError =>
  new ProblemError({
    code: 'register.out-of-order',
    reason: `The snapshot of ${day} is older than that of ${last}, which was taken over before.`,
    remedy: 'Send snapshots in the order of their dates; the first import sets the start.',
  });

/**
 * Compares one snapshot with the one before. The version of a record is the day of the snapshot, so that the events follow from
 * the two snapshots alone and a repeated import repeats them.
 */
export class SnapshotDiff {
  private readonly seen = new Set<string>();
  private readonly changed: RegisterEntry[] = [];
  private readonly version: number;
  private readonly startOfDay: number;
  private readonly older: boolean;
  /** An older snapshot that was taken over before: its rows are repeats, provided that they are the same rows. */
  private readonly takenBefore: string | undefined;
  private readonly digest = createHash('sha256');
  private readonly name: string;
  private unreadable = false;

  constructor(
    register: MappedRegister,
    private readonly day: string,
    private readonly surroundings: Surroundings,
    private readonly zone: string,
  ) {
    // Two sources may call their registers by the same name.
    this.name = `${surroundings.source.name}/${register.name}`;
    const last = surroundings.registers.lastSnapshot(this.name);
    this.older = last !== undefined && day < last;
    if (this.older && surroundings.options.partial !== true && last !== undefined) {
      this.takenBefore = surroundings.registers.digestOf(this.name, day);
      if (this.takenBefore === undefined) throw outOfOrder(day, last);
    }
    this.version = dayOfIsoDate(day);
    this.startOfDay = startOfLocalDay(this.version, zone);
  }

  /** A row that cannot be read: its entry did not vanish. Without a readable entry nobody can say which one it was. */
  sawUnreadable(entry: string): void {
    if (entry === '') this.unreadable = true;
    else this.seen.add(entry);
  }

  compare(entry: string, draft: EventDraft, origin: Origin): Adapted {
    const rejected = (problems: readonly Problem[]): Adapted => ({ kind: 'rejected', origin, problems });
    if (entry === '') {
      this.unreadable = true;
      return rejected([
        {
          code: 'register.no-entry',
          reason: 'The row does not say which entry it is.',
          remedy: 'Fill the column that numbers the entries.',
        },
      ]);
    }
    if (this.seen.has(entry)) {
      return rejected([
        {
          code: 'register.entry-twice',
          reason: 'The snapshot holds this entry twice.',
          remedy: 'Find out at the register which row counts.',
        },
      ]);
    }
    this.seen.add(entry);
    const found = shapeFor(draft.type, draft.version);
    if ('problem' in found) return rejected([found.problem]);
    if (!found.shape.validate(draft.data))
      return rejected(problemsOf(found.shape.validate.errors, 'event.invalid', 'Correct the row or the mapping.'));

    const content = sha256Hex(JSON.stringify([draft.occurred.instant, draft.occurred.precision, draft.data])).slice(0, 32);
    this.digest.update(`${entry}\u0000${content}\u0000`);
    if (this.takenBefore !== undefined) return { kind: 'unchanged', origin };
    const known = this.surroundings.registers.entry(this.name, entry);
    if (known?.present === true && known.content === content) return { kind: 'unchanged', origin };
    const people = Object.fromEntries(
      found.shape.people.flatMap(({ field, kind }) => {
        const identifier = draft.data[field];
        return typeof identifier === 'string' ? [[field, this.surroundings.pseudonymOf(kind, identifier)]] : [];
      }),
    );
    if (!(this.older && known !== undefined)) this.changed.push({ entry, present: true, content, people });
    const corrected = known?.present === true;
    return {
      kind: 'event',
      origin,
      draft: {
        ...draft,
        type: corrected ? 'gifts.corrected' : 'gifts.declared',
        ...this.named(entry),
        // A correction was known when the snapshot showed it, whenever the entry was first registered.
        recordedAt: corrected || draft.recordedAt === undefined ? this.startOfDay : Math.min(draft.recordedAt, this.startOfDay),
      },
    };
  }

  /**
   * What stood in the snapshot before and is missing now; nothing of it where a row could not be told apart.
   * @throws ProblemError `register.out-of-order` for an older snapshot with other rows than when it was taken over; nothing was appended
   */
  withdrawn(whole: Origin): readonly Adapted[] {
    if (this.surroundings.options.partial === true) return [];
    if (this.takenBefore !== undefined) {
      const last = this.surroundings.registers.lastSnapshot(this.name) ?? this.day;
      if (this.digest.copy().digest('hex') !== this.takenBefore) throw outOfOrder(this.day, last);
      return [];
    }
    const gone = this.surroundings.registers.present(this.name).filter(({ entry }) => !this.seen.has(entry));
    if (this.unreadable && gone.length > 0) {
      const problem: Problem = {
        code: 'register.withdrawals-withheld',
        reason: 'Some rows do not say which entry they are, so entries that seem to be missing were not taken as withdrawn.',
        remedy: 'Mend the rows and send the snapshot again.',
      };
      return [{ kind: 'rejected', origin: whole, problems: [problem] }];
    }
    return gone.map(({ entry, content, people }) => {
      this.changed.push({ entry, present: false, content, people });
      const { clinician, donor, patient } = people;
      return {
        kind: 'event' as const,
        origin: { ...whole, place: `entry ${entry}` },
        draft: {
          type: 'gifts.withdrawn',
          version: 1,
          source: this.surroundings.source.name,
          ...this.named(entry),
          occurred: { instant: this.startOfDay, precision: 'day' as const, zone: this.zone },
          recordedAt: this.startOfDay,
          data: {
            clinician,
            ...(donor === undefined ? {} : { donor }),
            ...(patient === undefined ? {} : { patient }),
            reason: 'absent-from-snapshot',
          },
        },
      };
    });
  }

  save(): void {
    if (this.takenBefore !== undefined) return;
    const { registers, options } = this.surroundings;
    registers.save(this.name, this.day, this.changed, options.partial === true ? undefined : this.digest.digest('hex'));
  }

  private named(entry: string): Pick<EventDraft, 'recordVersion'> & { readonly id: string; readonly recordId: string } {
    const recordId = `${this.name}/${entry}`;
    return { id: `${recordId}@${this.day}`, recordId, recordVersion: this.version };
  }
}
