import type { SourceSettings } from '@plumbline/ingestion';
import { ProblemError, isZone, type Problem } from '@plumbline/kernel';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * A source that may send over HTTP has a token of its own, one that sends through Kafka a topic of its own; events stand in the log under
 * the name that token or topic belongs to.
 */
export interface SourceEntry extends SourceSettings {
  readonly token?: string;
  /** Whether its topic is read. */
  readonly topic?: boolean;
}

/** The shortest token that cannot be guessed: 128 bits in base64. */
const SHORTEST_TOKEN = 22;

/**
 * Reads the file of sources: a YAML list of `name`, `zone` and optionally `authority`, `channels`, `token`, `topic`.
 * @throws ProblemError with every problem of the file at once.
 */
export function readSources(path: string): readonly SourceEntry[] {
  const problems: Problem[] = [];
  const wrong = (place: string, reason: string): void => {
    problems.push({ code: 'sources.invalid', reason, remedy: `Correct ${path}.`, place });
  };
  const entries: unknown = parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(entries))
    throw new ProblemError({ code: 'sources.invalid', reason: 'The file of sources is not a list.', remedy: `Correct ${path}.` });
  for (const [index, entry] of (entries as readonly Partial<SourceEntry>[]).entries()) {
    const place = `/${index}`;
    if (typeof entry.name !== 'string' || !/^[a-z0-9][a-z0-9._-]{0,63}$/.test(entry.name))
      wrong(`${place}/name`, 'A source needs a name in lower case.');
    if (typeof entry.zone !== 'string' || !isZone(entry.zone)) wrong(`${place}/zone`, 'A source needs an IANA time zone.');
    if (entry.token !== undefined && entry.token.length < SHORTEST_TOKEN)
      wrong(`${place}/token`, `A token has at least ${SHORTEST_TOKEN} characters.`);
    if (entry.topic !== undefined && typeof entry.topic !== 'boolean') wrong(`${place}/topic`, 'Whether a topic is read is true or false.');
  }
  const names = (entries as readonly SourceEntry[]).map(({ name }) => name);
  if (new Set(names).size !== names.length) wrong('/', 'Two sources have the same name.');
  if (problems.length > 0) throw new ProblemError(problems);
  return entries as readonly SourceEntry[];
}
