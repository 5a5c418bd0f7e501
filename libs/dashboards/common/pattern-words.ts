import { patterns } from '@plumbline/patterns';
import type { Pattern } from '../schema.generated';

const known: ReadonlyMap<string, Pattern> = new Map(
  patterns.map(({ id, words, question, domain, route }) => [id, { id, title: words.title, question, domain, route }]),
);

/** A pattern in words. Findings outlive patterns: one that this build no longer declares is shown by its id. */
export function patternWords(id: string): Pattern {
  return (
    known.get(id) ?? { id, title: id, question: 'This version of the platform no longer evaluates it.', domain: 'roles', route: 'review' }
  );
}

export const allPatterns: readonly Pattern[] = [...known.values()].sort((left, right) => left.title.localeCompare(right.title));
