import type { AlertRowFragment, CommentOnAlertMutation } from '../graphql/operations.generated';

/** What the platform answers to a command on a case; every command has the same answers. */
export type CommandAnswer = CommentOnAlertMutation['commentOnAlert'];

/** The alert as it is after the command, where the answer carries it: both who was first and who was second see the truth. */
export function alertAfter(answer: CommandAnswer): AlertRowFragment | undefined {
  return 'alert' in answer ? answer.alert : undefined;
}

/** What came of commands on several cases at once, in words, and whether all were taken. */
export function outcomeOf(
  answers: readonly CommandAnswer[],
  done: string,
): { readonly good: boolean; readonly title: string; readonly message: string } {
  const taken = answers.filter((answer) => answer.__typename === 'AlertChanged').length;
  const conflicts = answers.filter((answer) => answer.__typename === 'CaseConflict').length;
  const refused = answers.find((answer) => answer.__typename === 'CommandRefused' || answer.__typename === 'NotPermitted');
  const pending = answers.filter((answer) => answer.__typename === 'CommandPending').length;
  const missing = answers.filter((answer) => answer.__typename === 'NotFound').length;
  const sentences: string[] = [];
  if (conflicts > 0) {
    const which = answers.length === 1 ? 'This alert' : conflicts === 1 ? 'One of the alerts' : `${conflicts} of the alerts`;
    sentences.push(`${which} changed while you were looking. You now see it as it is; decide again if it still needs it.`);
  }
  if (refused !== undefined) sentences.push(`${refused.message} ${refused.remedy}`);
  if (pending > 0) sentences.push('The platform has it on record and has not decided yet. Look again in a moment.');
  if (missing > 0) sentences.push('It is no longer there, or outside your departments.');
  if (taken === answers.length) return { good: true, title: answers.length === 1 ? done : `${done}: ${taken} alerts`, message: '' };
  if (taken > 0) sentences.unshift(`${taken} of ${answers.length} were taken.`);
  const title = conflicts > 0 ? 'Somebody was there before you' : pending > 0 ? 'Not decided yet' : 'Not done';
  return { good: false, title, message: sentences.join(' ') };
}
