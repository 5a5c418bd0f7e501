import { GraphQLError } from 'graphql';

/** A request that cannot be answered as it stands. The message is shown; it names what is allowed and repeats nothing of the request. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}
