import { ProblemError, type Problem } from '@plumbline/kernel';

type Known = Pick<Problem, 'code' | 'reason' | 'remedy'>;

const WRONG_CREDENTIALS: Known = {
  code: 'analytics-store.wrong-credentials',
  reason: 'ClickHouse does not know that user and password.',
  remedy: 'Correct PLUMBLINE_CLICKHOUSE_USER and PLUMBLINE_CLICKHOUSE_PASSWORD.',
};

const UNREACHABLE: Known = {
  code: 'analytics-store.unreachable',
  reason: 'The analytics store gave no answer.',
  remedy: 'See that ClickHouse runs and can be reached; what was not written is sent again by itself.',
};

const UNAVAILABLE: Known = {
  code: 'analytics-store.unavailable',
  reason: 'The analytics store cannot carry out statements at present.',
  remedy: 'See the engine code among the facts and the log of ClickHouse; what was not written is sent again by itself.',
};

/**
 * What passes without anybody changing the statement: too many queries (202) or parts (252), a disk that took no byte (75), its own network
 * (209, 210, 279), replicas and Keeper (225, 242, 285, 286, 289, 319, 999), shutting down (394, 236).
 */
const PASSING_CODES = new Set(['75', '202', '209', '210', '225', '236', '242', '252', '279', '285', '286', '289', '319', '394', '999']);
const PASSING: ReadonlySet<string> = new Set([UNREACHABLE.code, UNAVAILABLE.code, 'analytics-store.disk-full']);

/** Whether the same statement may be carried out later, unchanged; anything else is a mistake of ours or of the configuration. */
export const isPassing = (error: unknown): boolean => error instanceof ProblemError && PASSING.has(error.code);

/** Codes of ClickHouse that a caller or an operator can do something about; see its src/Common/ErrorCodes.cpp. */
const KNOWN: Readonly<Record<string, Known>> = {
  '159': {
    code: 'analytics-store.too-slow',
    reason: 'The statement ran longer than it may.',
    remedy: 'Ask for a shorter time range; what was not written is sent again by itself.',
  },
  '164': {
    code: 'analytics-store.read-only',
    reason: 'A query tried to change something.',
    remedy: 'Only execute() and insert() may write.',
  },
  '241': {
    code: 'analytics-store.too-large',
    reason: 'The statement needed more memory than it may have.',
    remedy: 'Ask for a shorter time range or a smaller page; what was not written is sent again by itself.',
  },
  '243': {
    code: 'analytics-store.disk-full',
    reason: 'The analytics store has no space left on its disk.',
    remedy: 'Free space in the data directory; what was not written is resent by itself.',
  },
  '516': WRONG_CREDENTIALS,
  '192': WRONG_CREDENTIALS,
  '193': WRONG_CREDENTIALS,
  '194': WRONG_CREDENTIALS,
  '396': {
    code: 'analytics-store.too-large',
    reason: 'The result has more rows than a query may return.',
    remedy: 'Ask for a smaller page, or use an export.',
  },
};

const FAILED: Known = {
  code: 'analytics-store.failed',
  reason: 'The analytics store did not carry out a statement.',
  remedy: 'See the engine code among the facts, and the log of ClickHouse.',
};

/** A failure of the connection, or an answer that is not ClickHouse's, such as the page of a proxy. Mistakes in our own code are neither. */
function gaveNoAnswer(error: unknown, engineCode: string): boolean {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return false;
  return !/^\d+$/.test(engineCode);
}

/** Wraps what the client threw. ClickHouse's own text may quote values, so it stays in `cause` and out of the message. */
export function storeFailure(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code, type } = error as { code?: unknown; type?: unknown };
  // Raised by throwIf(), which only a conditional insert contains.
  if (String(code) === '395') return conditionFailed();
  const engineCode = typeof code === 'string' || typeof code === 'number' ? String(code) : 'none';
  const known = KNOWN[engineCode] ?? (gaveNoAnswer(error, engineCode) ? UNREACHABLE : PASSING_CODES.has(engineCode) ? UNAVAILABLE : FAILED);
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
