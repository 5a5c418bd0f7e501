import type { CommandResult } from '@plumbline/cases';
import type { AlertRow } from '../alerts/alert-row';
import { notFound } from '../common/not-found';

/** The case is no longer what the person saw. The others say that the command made no sense for the case even as it was seen. */
const SOMEBODY_CAME_FIRST: ReadonlySet<string> = new Set([
  'case.version-conflict',
  'case.already-acknowledged',
  'case.already-resolved',
  'case.withdrawn',
]);

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
      if (SOMEBODY_CAME_FIRST.has(result.conflict)) {
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
