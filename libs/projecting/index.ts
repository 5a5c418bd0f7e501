export { computeBaselines, type BaselineRange } from './baselines/compute-baselines';
export { closeDays, lastClosedDay, type ClosedDays, type CoveredTime, type DayClosingOptions } from './days/close-days';
export { startDayClock, type DayClock, type DayClockOptions } from './days/day-clock';
export type { CaseFold, FoldFactory, FoldState, PartitionFolds, PatternFold, PatternOutput } from './fold/folds';
export type { RoundLimits } from './fold/pipeline';
export type { News, ProjectorListeners, ProjectorOptions, RoundFigures, SnapshotRhythm, WorkDone } from './options';
export { openProjector, projectedTables, type Projector } from './projector';
export { tableDigest } from './recover/table-digest';
export type { Step } from './write/round-writer';
