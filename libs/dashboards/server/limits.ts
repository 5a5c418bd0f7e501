import { ApolloArmor } from '@escape.tech/graphql-armor';
import { NoSchemaIntrospectionCustomRule, specifiedRules, type ValidationRule } from 'graphql';

/** Bounds on one request's document. The dashboard's own largest one needs about half of each. */
export const LIMITS = {
  depth: 10,
  aliases: 30,
  directives: 30,
  tokens: 4_000,
  /** Points of `queryCost`. */
  cost: 60_000,
  /** Bytes of a request's body: a mended quarantine record is the largest thing that anybody sends. */
  bodyBytes: 1_048_576,
} as const;

/** Rules that a document has to keep before any resolver runs. Limits are not told to whoever passes them. */
export function limitRules(introspection: boolean): readonly ValidationRule[] {
  const armor = new ApolloArmor({
    maxDepth: { n: LIMITS.depth, exposeLimits: false },
    maxAliases: { n: LIMITS.aliases, exposeLimits: false },
    maxDirectives: { n: LIMITS.directives, exposeLimits: false },
    // The server's own parser counts tokens, cost is taken over variables elsewhere, and the server hides suggestions.
    maxTokens: { enabled: false },
    costLimit: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  });
  const rules = armor.protect().validationRules;
  return introspection ? rules : [...rules, NoSchemaIntrospectionCustomRule];
}

/** The same for a transport that validates by itself. */
export const allRules = (introspection: boolean): readonly ValidationRule[] => [...specifiedRules, ...limitRules(introspection)];
