import { ProblemError } from '@plumbline/kernel';
import type { DeadLetter, LoggedEvent, RowOrigin } from '@plumbline/projections';

/** Where in the program an error was raised, such as `apply (trend.fold.ts:41:9)`: enough to mend it, and nothing that an event says. */
function placeOf(error: unknown): string {
  const frame = error instanceof Error ? /\n\s+at (?:(\S+) )?.*?([\w.-]+:\d+:\d+)\)?(?:\n|$)/.exec(error.stack ?? '') : null;
  return frame === null ? 'an unknown place' : `${frame[1] ?? 'a function'} (${frame[2] ?? ''})`;
}

/** What kind of error it is and where it was raised: nothing that it quotes. */
export function kindOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  const name = error instanceof Error ? error.name : typeof error;
  return `${typeof code === 'string' ? code : name} in ${placeOf(error)}`;
}

/**
 * What is kept of an event that could not be folded. Problems of ours have reasons that are safe to show; of any other error only its
 * kind and its place are.
 */
export function deadLetterOf(error: unknown, at: RowOrigin, logged: LoggedEvent | undefined): DeadLetter {
  const [problem] = error instanceof ProblemError ? error.problems : [];
  return {
    type: logged?.event.type ?? '',
    source: logged?.event.source ?? '',
    code: problem?.code ?? 'projecting.fold-failed',
    reason: problem === undefined ? kindOf(error) : problem.reason,
    partition: at.partition,
    position: at.position,
  };
}
