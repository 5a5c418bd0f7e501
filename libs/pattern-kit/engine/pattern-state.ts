import type { Published } from './publisher';
import type { SubjectState } from './subject-columns';
import type { UndeterminedOfSubject } from './undetermined-report';

/** What has been said of one subject, as plain data. */
export interface SaidOfSubject {
  readonly subject: number;
  readonly current: readonly Published[];
  readonly withdrawn: readonly Published[];
}

/** One pattern's subjects and what has been said of them, as plain data. */
export interface PatternState {
  readonly subjects: SubjectState;
  readonly parts: readonly (readonly [subject: number, part: string])[];
  readonly over: number;
  readonly findings: readonly SaidOfSubject[];
  readonly undetermined: readonly UndeterminedOfSubject[];
}

/** What was said of a finding, in words. */
export const plain = ({ finding, revision, knownAt }: Published): Published => ({ finding, revision, knownAt });
