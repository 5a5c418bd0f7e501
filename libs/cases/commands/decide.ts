import { failure, type Result } from '@plumbline/kernel';
import type { ConflictCode } from '../alert-state';
import { mayAct, type CaseCommand } from '../case/command';
import type { CaseFact, CaseStanding } from '../case/standing';
import { acknowledge } from './acknowledge/acknowledge.decision';
import { assign } from './assign/assign.decision';
import { comment } from './comment/comment.decision';
import { confirm } from './confirm/confirm.decision';
import { recordResponse } from './record-response/record-response.decision';
import { reopen } from './reopen/reopen.decision';
import { resolve } from './resolve/resolve.decision';
import { snooze } from './snooze/snooze.decision';

function decideByKind(standing: CaseStanding, command: CaseCommand): Result<CaseFact, ConflictCode> {
  switch (command.kind) {
    case 'acknowledge':
      return acknowledge(standing, command);
    case 'assign':
      return assign(standing, command);
    case 'comment':
      return comment(standing, command);
    case 'record-response':
      return recordResponse(standing, command);
    case 'resolve':
      return resolve(standing, command);
    case 'confirm':
      return confirm(standing, command);
    case 'reopen':
      return reopen(standing, command);
    case 'snooze':
      return snooze(standing, command);
  }
}

/**
 * What a command makes of a case, or the conflict that it meets. Pure: time and actor arrive in the command.
 * A command that is based on another version than the one that stands always loses, so of all commands on one version the
 * first in the log wins; where the later one finds the case closed, it is told that rather than a version number.
 */
export function decide(standing: CaseStanding | undefined, command: CaseCommand): Result<CaseFact, ConflictCode> {
  if (!mayAct(command.data.actor.role)) return failure('case.not-permitted');
  if (standing === undefined) return failure('case.not-found');
  const decision = decideByKind(standing, command);
  if (command.data.basedOn === standing.version) return decision;
  return !decision.ok && decision.failure === 'case.already-resolved' ? decision : failure('case.version-conflict');
}
