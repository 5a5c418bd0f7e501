import type { FindingSubject } from '../finding';
import { PublishedFindings, subjectOf } from './publisher';
import type { Subject } from './subject';

const NOTHING_UNDETERMINED: ReadonlyMap<string, { readonly since: number; readonly facts: number }> = new Map();

/** A subject with what has been said of it. */
export class Watched {
  /** What was last said to be undetermined, by reason. */
  undetermined: ReadonlyMap<string, { readonly since: number; readonly facts: number }> = NOTHING_UNDETERMINED;
  /** How often the doubts had changed when that was said. */
  doubtsSaid = 0;
  private said: PublishedFindings | undefined;

  constructor(
    readonly subject: Subject,
    private readonly patient: string | undefined,
    private readonly donor: string | undefined,
    private readonly part: string | undefined,
  ) {}

  /** The text that tells this subject from others of the pattern; stable, it goes into the finding's id. */
  get identity(): string {
    return [this.subject.clinician, this.patient ?? this.donor ?? '', this.part ?? ''].join('\u0000');
  }

  get who(): FindingSubject {
    return subjectOf(this.subject.clinician, this.patient, this.donor);
  }

  get published(): PublishedFindings {
    return (this.said ??= new PublishedFindings());
  }
}
