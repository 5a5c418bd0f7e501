import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { DashboardsDependencies } from '../dashboards-dependencies';
import { ProblemError } from '@plumbline/kernel';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { IncomingMessage } from 'node:http';
import { RequestContext } from '../common/context';
import { storedEnumValues } from '../common/enum-values';
import { scalars } from '../common/scalars';
import { typeDefinitions } from '../type-definitions.generated';
import { authoriseSchema } from './authorise-schema';
import { errorFormatter } from './errors';
import { LIMITS, limitRules } from './limits';
import { requestPlugin } from './request-plugin';
import { subscriptionOptions } from './subscriptions';

type ApolloPlugin = NonNullable<ApolloDriverConfig['plugins']>[number];
type Dependencies = Pick<DashboardsDependencies, 'access' | 'clock' | 'logger' | 'metrics' | 'production'>;

/** How the GraphQL server is set up. Each bound is here or in `limits.ts`, and each has a probe in the specifications. */
export function graphqlOptions({ access, clock, logger, metrics, production }: Dependencies): Omit<ApolloDriverConfig, 'driver'> {
  const introspection = !production;
  const format = errorFormatter(logger, production);
  let built: GraphQLSchema | undefined;
  const schema = (): GraphQLSchema => {
    if (built === undefined) throw new Error('the schema is asked for before it was built');
    return built;
  };
  return {
    typeDefs: typeDefinitions,
    resolvers: { ...scalars, ...storedEnumValues(typeDefinitions) },
    transformSchema: (made) => (built = authoriseSchema(made)),
    context: async ({ req }: { readonly req: IncomingMessage }) => {
      try {
        return new RequestContext(await access.authenticator.authenticate(req.headers), access.accessLog);
      } catch (error) {
        if (error instanceof ProblemError) throw unauthenticated();
        throw error;
      }
    },
    csrfPrevention: true,
    graphiql: false,
    introspection,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxLexicalTokens: LIMITS.tokens },
    validationRules: [...limitRules(introspection)],
    // Nothing here may be cached by anybody, and hints about it would be looked for at every field of every row.
    // The package's CommonJS and ESM declarations name the same plugin twice.
    plugins: [requestPlugin(metrics), ApolloServerPluginCacheControlDisabled()] as unknown as ApolloPlugin[],
    formatError: format,
    autoTransformHttpErrors: false,
    // A refused field is a refused request: 403 and not 200.
    preserveHttpStatusForExecutionErrors: false,
    subscriptions: { 'graphql-ws': subscriptionOptions({ access, clock, introspection, schema, format }) as object },
  };
}

const unauthenticated = (): GraphQLError =>
  new GraphQLError('There is no valid session. Sign in and try again.', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
