import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PresentNote } from '../../frame/present-note';
import type { OverviewQuery } from '../../graphql/operations.generated';
import { Moment } from '../../parts/moment';
import { Section } from '../../parts/section';
import classes from './overview.module.css';

type Blind = OverviewQuery['overview']['notEvaluable'][number];

interface Group {
  readonly pattern: Blind['pattern'];
  readonly because: string;
  readonly places: readonly string[];
  readonly since: string;
}

/** One line for each reason of a pattern, with the departments that it holds for. */
function grouped(populations: readonly Blind[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { pattern, because, department, site, clinicians, since } of populations) {
    const key = `${pattern.id} ${because}`;
    const before = groups.get(key);
    const place = `${department}, ${site} (${clinicians === null ? 'fewer than 5' : String(clinicians)})`;
    groups.set(key, {
      pattern,
      because,
      places: [...(before?.places ?? []), place],
      since: before !== undefined && before.since < since ? before.since : since,
    });
  }
  return [...groups.values()];
}

/** What nobody can be told about, and why. It is as important as what was found. */
export function NotEvaluable({ populations, silent }: { readonly populations: readonly Blind[]; readonly silent: readonly string[] }) {
  return (
    <Section title="What cannot be evaluated" aside={<Link to="/sources">Sources</Link>}>
      <PresentNote />
      {populations.length + silent.length === 0 ? (
        <Text size="sm" c="dimmed">
          Every pattern can be judged for everybody in your departments.
        </Text>
      ) : (
        <ul className={classes.blind}>
          {silent.map((source) => (
            <li key={source}>
              <Text size="sm" fw={600} c="var(--attention-text)">
                {source} is silent
              </Text>
              <Text size="sm" c="dimmed">
                What depends on it cannot be judged until it speaks again.
              </Text>
            </li>
          ))}
          {grouped(populations).map(({ pattern, because, places, since }) => (
            <li key={`${pattern.id} ${because}`}>
              <Text size="sm" fw={600}>
                {pattern.title}
              </Text>
              <Text size="sm">{because}</Text>
              <Text size="sm" c="dimmed">
                Clinicians of {places.join('; ')} · since <Moment at={since} short />
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
