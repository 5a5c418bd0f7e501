export {
  absent,
  atExactTime,
  controlledSchedules,
  flagged,
  is,
  isNot,
  notFlagged,
  offDuty,
  onPersonalChannel,
  present,
  type Condition,
} from './conditions';
export type { Band, FactDeclaration, PatternDeclaration, Per, StreamNeed, Words } from './declaration';
export { definePattern } from './define-pattern';
export type { Comparison, Domain, Finding, FindingRevision, FindingSubject, Route, Tier, Undetermined } from './finding';
export { absenceByDayEnd, type AbsenceByDayEndDeclaration } from './measures/absence-by-day-end/declaration';
export { count, type CountDeclaration } from './measures/count/declaration';
export type { MeasureDeclaration } from './measures/declarations';
export { missingCompanion, type MissingCompanionDeclaration } from './measures/missing-companion/declaration';
export { registryMatch, type RegistryMatchDeclaration } from './measures/registry-match/declaration';
export { sequence, type SequenceDeclaration } from './measures/sequence/declaration';
export { singleFact, type SingleFactDeclaration, type SingleFactRule } from './measures/single-fact/declaration';
export { stageMachine, type Stage, type StageMachineDeclaration, type StageSource } from './measures/stage-machine/declaration';
export { sum, type SumDeclaration } from './measures/sum/declaration';
export { trend, type TrendDeclaration } from './measures/trend/declaration';
export { weightedCount, type PeerComparison, type WeightedCountDeclaration } from './measures/weighted-count/declaration';
export { setting, SettingsInForce, type Origin, type Setting, type SettingReference, type Settings } from './settings';
export type { DirectoryEntry, PeerBaseline, PolicyView, RosterState, SettingValue, Surroundings } from './surroundings';
export { createPatternEngine, PatternEngine, type Changes, type PatternEngineOptions } from './engine/engine';
export type { Forgetting } from './engine/sealing';
export type { PolicyReader } from './engine/surroundings-fold';
export * as specification from './specification';
export type { TwinFinding } from './sql/episodes-sql';
export { peerMetric, type PeerFigures, type PeerMetric } from './sql/peer-figures';
export { sqlTwin } from './sql/twin';
export { fieldsNeeded, renderPatternPage } from './page';
