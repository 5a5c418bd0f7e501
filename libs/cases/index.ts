export type {
  AlertPlace,
  AlertState,
  CaseHistoryEntry,
  CaseOutcome,
  CaseState,
  CommandOutcome,
  ConflictCode,
  HistoryKind,
  ResponseRule,
} from './alert-state';
export { commandOf, mayAct, type ActingRole, type CaseCommand, type CommandKind } from './case/command';
export { createAlertFold, type AlertFold, type AlertFoldSnapshot } from './fold/alert-fold';
export type { AlertFoldOutput } from './fold/output';
export { alertIdOf } from './fold/alert-record';
