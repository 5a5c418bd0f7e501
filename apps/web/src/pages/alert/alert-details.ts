import type { AlertDetailQuery } from '../../graphql/operations.generated';

/** An alert with everything that its page shows. */
export type AlertDetails = Extract<AlertDetailQuery['alert'], { readonly __typename: 'Alert' }>;
