import type { LogPosition } from '@plumbline/event-log';
import type { AlertState, CaseHistoryEntry, CommandOutcome } from '../alert-state';

/** The person who acts. Roles and departments come from a verified token and from nowhere else. */
export interface Actor {
  readonly id: string;
  readonly role: string;
  /** The departments whose alerts the person may see; `all` for everybody's. */
  readonly departments: readonly string[] | 'all';
}

/** How cases are read. An implementation holds back what lies outside the actor's departments, as if it did not exist. */
export interface CaseReader {
  /** The newest state of a case. */
  find(caseId: string, actor: Actor): Promise<AlertState | undefined>;
  /** What people asked of a case and what became of it, oldest first. */
  history(caseId: string, actor: Actor): Promise<readonly CaseHistoryEntry[]>;
  /** What the fold made of a command; undefined while it has not come to it. */
  outcomeOf(caseId: string, commandId: string): Promise<CommandOutcome | undefined>;
}

/** Resolves when what stands at the position can be read back, or rejects when the signal aborts. */
export type WaitForPosition = (position: LogPosition, signal: AbortSignal) => Promise<void>;

/** The name under which the reader is injected. */
export const CASE_READER = Symbol('case reader');
