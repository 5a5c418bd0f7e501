import { ProblemError, type Problem } from '@plumbline/kernel';

/** Codes of ClickHouse that a caller or an operator can do something about; see its src/Common/ErrorCodes.cpp. */
const KNOWN: Readonly<Record<string, Pick<Problem, 'code' | 'reason' | 'remedy'>>> = {
  '159': {
    code: 'analytics-store.too-slow',
    reason: 'The query ran longer than it may.',
    remedy: 'Ask for a shorter time range.',
  },
  '164': {
    code: 'analytics-store.read-only',
    reason: 'A query tried to change something.',
    remedy: 'Only execute() and insert() may write.',
  },
  '241': {
    code: 'analytics-store.too-large',
    reason: 'The query needed more memory than it may have.',
    remedy: 'Ask for a shorter time range or a smaller page.',
  },
  '243': {
    code: 'analytics-store.disk-full',
    reason: 'The analytics store has no space left on its disk.',
    remedy: 'Free space in the data directory; what was not written is resent by itself.',
  },
  '396': {
    code: 'analytics-store.too-large',
    reason: 'The result has more rows than a query may return.',
    remedy: 'Ask for a smaller page, or use an export.',
  },
};

/** Wraps what the client threw. ClickHouse's own text may quote values, so it stays in `cause` and out of the message. */
export function storeFailure(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code, type } = error as { code?: unknown; type?: unknown };
  // Raised by throwIf(), which only a conditional insert contains.
  if (String(code) === '395') return conditionFailed();
  const engineCode = typeof code === 'string' || typeof code === 'number' ? String(code) : 'none';
  const known = KNOWN[engineCode] ?? {
    code: 'analytics-store.failed' as const,
    reason: 'The analytics store did not carry out a statement.',
    remedy: 'See the engine code among the facts; where it is none, check that the store can be reached.',
  };
  return new ProblemError({ ...known, facts: { engineCode, engineType: typeof type === 'string' ? type : 'none' } }, { cause: error });
}

export const conditionFailed = (): ProblemError =>
  new ProblemError({
    code: 'analytics-store.condition-failed',
    reason: 'An insert was refused because what it depends on no longer holds.',
    remedy: 'Another process has taken over what this one was writing; nothing has to be done.',
  });

export const storeClosed = (): ProblemError =>
  new ProblemError({
    code: 'analytics-store.closed',
    reason: 'The analytics store was closed.',
    remedy: 'Finish reading and writing before closing it.',
  });

export const cannotOpen = (path: string, cause: unknown): ProblemError =>
  new ProblemError(
    {
      code: 'analytics-store.cannot-open',
      reason: `The analytics data directory ${path} cannot be opened.`,
      remedy: 'See that no other Plumbline process uses it, that it may be written to, and that its disk has space.',
    },
    { cause },
  );
