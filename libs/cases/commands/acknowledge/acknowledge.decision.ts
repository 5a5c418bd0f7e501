import { failure, success } from '@plumbline/kernel';
import { awaitsAPerson } from '../../case/standing';
import { notOpen, type Decision } from '../decision';

/** Somebody takes note of what is new, of what got worse, or of a snooze that has ended. */
export const acknowledge: Decision<'acknowledge'> = (standing, command) =>
  notOpen(standing) ??
  (awaitsAPerson(standing) || standing.respondBy !== undefined
    ? success({ kind: 'acknowledged', at: command.at })
    : failure('case.already-acknowledged'));
