import { success } from '@plumbline/kernel';
import { notOpen, type Decision } from '../decision';

/** Puts a case to sleep until it gets worse, or until a date where one is given. */
export const snooze: Decision<'snooze'> = (standing, { data, at }) =>
  notOpen(standing) ?? success({ kind: 'snoozed', until: data.until === undefined ? undefined : Date.parse(data.until), at });
