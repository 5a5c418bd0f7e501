import type { Finding } from '../finding';
import type { Subject } from './subject';

/**
 * The event with which a finding of a subject began to hold: the last that it counts up to its start. A finding that holds from the end of a day on
 * began with the last event before that.
 */
export function beginningOf({ startedAt, evidence }: Pick<Finding, 'startedAt' | 'evidence'>, facts: Subject): string {
  const { rows } = facts.pattern.context;
  const counted = new Set(evidence);
  for (let position = facts.firstFrom(startedAt + 1) - 1; position >= 0; position -= 1) {
    const key = rows.key(facts.row(position));
    if (counted.has(key)) return key;
  }
  const [first] = evidence;
  if (first === undefined) throw new Error('a finding counts no event');
  return first;
}
