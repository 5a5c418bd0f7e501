import type { CommandResult } from '@plumbline/cases';
import type { AlertRow } from '../alerts/alert-row';
import { notFound } from '../common/not-found';

/** Says in the schema's words what became of a command. `find` reads the alert as it is now, within the viewer's scope. */
export async function commandAnswer(result: CommandResult, find: () => Promise<AlertRow | undefined>): Promise<object> {
  switch (result.status) {
    case 'accepted': {
      const alert = await find();
      return alert === undefined ? notFound : { __typename: 'AlertChanged', alert };
    }
    case 'conflict': {
      const alert = await find();
      if (alert === undefined) return notFound;
      const { code, reason, remedy } = result.problem;
      if (result.conflict === 'case.version-conflict') {
        return { __typename: 'CaseConflict', message: `${reason} ${remedy}`, version: alert.caseVersion, alert };
      }
      return { __typename: 'CommandRefused', code, message: reason, remedy };
    }
    case 'refused': {
      const [problem] = result.problems;
      if (problem === undefined || problem.code === 'case.not-found') return notFound;
      if (problem.code === 'case.not-permitted') return { __typename: 'NotPermitted', message: problem.reason, remedy: problem.remedy };
      return { __typename: 'CommandRefused', code: problem.code, message: problem.reason, remedy: problem.remedy };
    }
    case 'pending':
      return {
        __typename: 'CommandPending',
        commandId: result.commandId,
        message: 'The command is on file and not decided yet. Look again in a moment.',
      };
  }
}
