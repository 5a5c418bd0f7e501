import { success } from '@plumbline/kernel';
import { notOpen, type Decision } from '../decision';

/** Giving a case to someone takes note of it as well. */
export const assign: Decision<'assign'> = (standing, command) =>
  notOpen(standing) ?? success({ kind: 'assigned', assignee: command.data.assignee, at: command.at });
