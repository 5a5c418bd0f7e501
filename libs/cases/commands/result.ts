import type { Problem } from '@plumbline/kernel';
import type { AlertState, ConflictCode } from '../alert-state';

/** What became of a command, for the person who gave it. */
export type CommandResult =
  /** Carried out; the alert as it is now. */
  | { readonly status: 'accepted'; readonly version: number; readonly alert: AlertState }
  /** The log decided otherwise: usually somebody came first. The alert as it is now, to decide again. */
  | { readonly status: 'conflict'; readonly conflict: ConflictCode; readonly problem: Problem; readonly alert: AlertState }
  /** Never appended: not permitted, not found (or not in the person's departments), or a value that is not allowed. */
  | { readonly status: 'refused'; readonly problems: readonly Problem[] }
  /** Durable, but not decided in time; asking again under the same command id gives the answer. */
  | { readonly status: 'pending'; readonly commandId: string };

const words: Readonly<Record<ConflictCode, readonly [reason: string, remedy: string]>> = {
  'case.not-found': ['There is no such case among those that you may see.', 'Look the case up in the list of alerts.'],
  'case.not-permitted': [
    'Your role may read cases and not act on them.',
    'Ask a risk manager, a medical director or an administrator to do it.',
  ],
  'case.version-conflict': ['The case has changed since you looked at it.', 'Look at it as it is now and decide again.'],
  'case.already-acknowledged': ['Somebody has taken note of this alert already.', 'Nothing needs to be done.'],
  'case.already-resolved': ['The case has been resolved.', 'Reopen it where there is something new.'],
  'case.not-resolved': ['The case is open.', 'Nothing needs to be reopened.'],
  'case.withdrawn': ['The facts behind this case have been withdrawn.', 'Add a comment where something should be kept on file.'],
  'case.nothing-to-confirm': ['No dismissal waits for a second person here.', 'Look at the case as it is now.'],
  'case.second-person-required': [
    'Whoever proposed the dismissal cannot confirm it.',
    'Ask another risk manager, medical director or administrator.',
  ],
};

/** A conflict in words. */
export function problemOf(conflict: ConflictCode): Problem {
  const [reason, remedy] = words[conflict];
  return { code: conflict, reason, remedy };
}
