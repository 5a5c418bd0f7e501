import type { AbsenceByDayEndDeclaration } from './absence-by-day-end/declaration';
import type { CountDeclaration } from './count/declaration';
import type { MissingCompanionDeclaration } from './missing-companion/declaration';
import type { RegistryMatchDeclaration } from './registry-match/declaration';
import type { SequenceDeclaration } from './sequence/declaration';
import type { SingleFactDeclaration } from './single-fact/declaration';
import type { StageMachineDeclaration } from './stage-machine/declaration';
import type { SumDeclaration } from './sum/declaration';
import type { TrendDeclaration } from './trend/declaration';
import type { WeightedCountDeclaration } from './weighted-count/declaration';

/** Every measure that a pattern may name. A pattern that none of them expresses is a reason to add one here. */
export type MeasureDeclaration =
  | SingleFactDeclaration
  | CountDeclaration
  | WeightedCountDeclaration
  | SumDeclaration
  | SequenceDeclaration
  | MissingCompanionDeclaration
  | AbsenceByDayEndDeclaration
  | TrendDeclaration
  | RegistryMatchDeclaration
  | StageMachineDeclaration;
