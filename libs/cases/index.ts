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
export { awaitsAPerson } from './case/standing';
export { createAlertFold, type AlertFold, type AlertFoldSnapshot } from './fold/alert-fold';
export type { AlertFoldOutput } from './fold/output';
export { alertIdOf } from './fold/alert-record';
export { CasesModule } from './cases.module';
export { AcknowledgeAlert } from './commands/acknowledge/acknowledge.handler';
export { AssignCase } from './commands/assign/assign.handler';
export type { CaseDeskOptions, CaseRequest } from './commands/case-desk';
export { CommentOnCase } from './commands/comment/comment.handler';
export { ConfirmDismissal } from './commands/confirm/confirm.handler';
export type { Actor, CaseReader, WaitForPosition } from './commands/ports';
export { RecordResponse } from './commands/record-response/record-response.handler';
export { ReopenCase } from './commands/reopen/reopen.handler';
export { ResolveCase } from './commands/resolve/resolve.handler';
export type { CommandResult } from './commands/result';
export { SnoozeCase } from './commands/snooze/snooze.handler';
export { FindCase, type CaseWithHistory } from './queries/find-case.handler';
export { alertStatesFrom, awaitingAlerts, openCaseReader } from './read/case-reader';
