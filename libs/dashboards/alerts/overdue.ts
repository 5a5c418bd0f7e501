import { awaitsAPerson, type CaseState } from '@plumbline/cases';

/** Whether a person is awaited longer than the policy asks for; all times are UTC milliseconds. In SQL: `AlertRepository.newest`. */
export const isOverdue = (state: CaseState, respondBy: number | undefined, now: number): boolean =>
  respondBy !== undefined && respondBy < now && awaitsAPerson({ state });
