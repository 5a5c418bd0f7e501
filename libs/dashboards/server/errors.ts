import { unwrapResolverError } from '@apollo/server/errors';
import { ProblemError } from '@plumbline/kernel';
import type { Logger } from '@plumbline/runtime';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { randomUUID } from 'node:crypto';
import { isUnreachable } from '../quarantine/quarantine.port';

/** Codes of errors that are the caller's and may say what they say. */
const OPEN_CODES = new Set([
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'QUERY_TOO_COSTLY',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
const LONGEST_MESSAGE = 300;

/**
 * What an error looks like from outside: a stable code, and for everything unexpected an id by which the log can be searched. The text of
 * an unexpected error, a path, a stack and a suggestion never leave.
 */
export function errorFormatter(
  logger: Logger,
  production: boolean,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const original = unwrapResolverError(error);
    if (original instanceof ProblemError && original.code === 'access.not-recorded')
      return inItsOwnWords(original, logger, 'a read was refused because it could not be recorded');
    if (isUnreachable(original)) return inItsOwnWords(original, logger, 'quarantine was asked for, and whoever keeps it is away');
    const code = formatted.extensions?.['code'];
    if (typeof code === 'string' && OPEN_CODES.has(code) && !(production && code === 'GRAPHQL_VALIDATION_FAILED')) {
      const message = formatted.message.replace(/ ?Did you mean.*$/s, '').slice(0, LONGEST_MESSAGE);
      return { message, extensions: { code }, ...(formatted.path === undefined ? {} : { path: formatted.path }) };
    }
    // In production not even the names of fields are confirmed or denied.
    if (code === 'GRAPHQL_VALIDATION_FAILED') return { message: 'The query is not valid.', extensions: { code } };
    const id = randomUUID();
    logger.error({ err: original, errorId: id }, 'a GraphQL request failed');
    return { message: 'Internal error.', extensions: { code: 'INTERNAL_SERVER_ERROR', id } };
  };
}

/** What people can do something about: its sentence and its remedy name nobody and nothing secret. */
function inItsOwnWords(problem: ProblemError, logger: Logger, what: string): GraphQLFormattedError {
  const id = randomUUID();
  logger.error({ err: problem, errorId: id }, what);
  const { code, reason, remedy } = problem.problems[0] ?? { code: problem.code, reason: '', remedy: '' };
  return { message: `${reason} ${remedy}`, extensions: { code, id } };
}

/** For a transport that formats by itself. */
export const asGraphqlError = ({ message, extensions, path }: GraphQLFormattedError): GraphQLError =>
  new GraphQLError(message, { extensions: extensions ?? {}, path: path ?? null });
