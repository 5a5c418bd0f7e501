import { isSameOrigin, type Access, type Viewer } from '@plumbline/access';
import { ProblemError, type Clock } from '@plumbline/kernel';
import { GraphQLError, OperationTypeNode, getOperationAST, parse, validate, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { Context, ServerOptions } from 'graphql-ws';
import type { IncomingMessage } from 'node:http';
import { RequestContext } from '../common/context';
import { asGraphqlError } from './errors';
import { LIMITS, allRules } from './limits';
import { QueryCost } from './query-cost';

interface Socket {
  close(code: number, reason: string): void;
  once(event: 'close', listener: () => void): unknown;
}

interface Extra {
  readonly socket: Socket;
  readonly request: IncomingMessage;
  viewer?: Viewer;
}

export interface SubscriptionDependencies {
  readonly access: Pick<Access, 'authenticator' | 'accessLog' | 'revocations'>;
  readonly clock: Clock;
  readonly introspection: boolean;
  readonly schema: () => GraphQLSchema;
  readonly format: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
}

type Options = Partial<ServerOptions<Record<string, unknown>, Extra>>;

/** Closing codes of the graphql-transport-ws protocol. */
const SESSION_ENDED = 4403;
/** A timer cannot wait longer than this; a session never lasts so long. */
const LONGEST_TIMER = 2_147_483_647;

/**
 * The live transport. It takes subscriptions alone: everything else has its limits and its permissions on HTTP. A browser is known by its
 * cookie and must come from our own page; a program gives its token in the connection's parameters. When the session ends, or is ended,
 * the connection closes.
 */
export function subscriptionOptions({ access, clock, introspection, schema, format }: SubscriptionDependencies): Options {
  const rules = allRules(introspection);
  let cost: QueryCost | undefined;
  return {
    onConnect: async (connection) => {
      const { request, socket } = connection.extra;
      if (!isSameOrigin(request)) return false;
      const authorization = connection.connectionParams?.['authorization'];
      try {
        const { cookie } = request.headers;
        const viewer = await access.authenticator.authenticate(typeof authorization === 'string' ? { authorization } : { cookie });
        connection.extra.viewer = viewer;
        closeWithSession(viewer, viewer.expiresAt - clock.now(), socket, access.revocations);
        return true;
      } catch (error) {
        if (error instanceof ProblemError) return false;
        throw error;
      }
    },
    onSubscribe: (connection, _, payload) => {
      try {
        cost ??= new QueryCost(schema());
        const document = parse(payload.query, { maxLexicalTokens: LIMITS.tokens });
        const invalid = validate(schema(), document, rules);
        if (invalid.length > 0) return invalid.map((error) => asGraphqlError(format(coded(error, 'GRAPHQL_VALIDATION_FAILED'), error)));
        if (getOperationAST(document, payload.operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
          return [new GraphQLError('Only subscriptions are taken here.', { extensions: { code: 'BAD_REQUEST' } })];
        }
        cost.check({ document, variables: payload.variables ?? {}, operationName: payload.operationName ?? undefined });
        return {
          schema: schema(),
          document,
          variableValues: payload.variables,
          operationName: payload.operationName,
          contextValue: contextOf(connection, access),
        };
      } catch (error) {
        if (error instanceof GraphQLError) return [asGraphqlError(format(coded(error, 'GRAPHQL_PARSE_FAILED'), error))];
        throw error;
      }
    },
    onNext: (_, __, ___, ____, { errors, data }) =>
      errors === undefined
        ? undefined
        : { data: data ?? null, errors: errors.map((error) => format(coded(error, 'INTERNAL_SERVER_ERROR'), error)) },
    onError: (_, __, ___, errors) => errors.map((error) => format(error.toJSON(), error)),
  };
}

function coded(error: GraphQLError, code: string): GraphQLFormattedError {
  const json = error.toJSON();
  return { ...json, extensions: { code, ...json.extensions } };
}

function contextOf(connection: Context<Record<string, unknown>, Extra>, access: SubscriptionDependencies['access']): RequestContext {
  const { viewer } = connection.extra;
  if (viewer === undefined) throw new Error('a subscription began before its connection was accepted');
  return new RequestContext(viewer, access.accessLog);
}

function closeWithSession(viewer: Viewer, remaining: number, socket: Socket, revocations: Access['revocations']): void {
  const close = (): void => {
    socket.close(SESSION_ENDED, 'The session has ended.');
  };
  const timer = setTimeout(close, Math.min(LONGEST_TIMER, Math.max(0, remaining)));
  timer.unref();
  const stop = revocations.onRevoked((session) => {
    if (session === viewer.session) close();
  });
  socket.once('close', () => {
    clearTimeout(timer);
    stop();
  });
}
