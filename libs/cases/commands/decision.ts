import { failure, type Result } from '@plumbline/kernel';
import type { ConflictCode } from '../alert-state';
import type { CaseCommand, CommandKind } from '../case/command';
import type { CaseFact, CaseStanding } from '../case/standing';

/** A pure decision: what a command makes of a case, or why it cannot be carried out. Permission and version were judged before. */
export type Decision<Kind extends CommandKind> = (standing: CaseStanding, command: CaseCommand<Kind>) => Result<CaseFact, ConflictCode>;

/** The conflict of a command that needs an open case, or undefined where the case is open. */
export function notOpen(standing: CaseStanding): ReturnType<typeof failure<ConflictCode>> | undefined {
  if (standing.state === 'resolved') return failure('case.already-resolved');
  if (standing.state === 'withdrawn') return failure('case.withdrawn');
  return undefined;
}
