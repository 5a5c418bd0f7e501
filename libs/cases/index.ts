export type {
  AlertPlace,
  AlertRoute,
  AlertState,
  CaseHistoryEntry,
  CaseOutcome,
  CaseState,
  CommandOutcome,
  ConflictCode,
  HistoryKind,
} from './alert-state';
