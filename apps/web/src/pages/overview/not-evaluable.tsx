import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { OverviewQuery } from '../../graphql/operations.generated';
import { Moment } from '../../parts/moment';
import { Section } from '../../parts/section';
import { counted } from '../../parts/words';
import classes from './overview.module.css';

type Blind = OverviewQuery['overview']['notEvaluable'][number];

/** What nobody can be told about, and why. It is as important as what was found. */
export function NotEvaluable({ populations, silent }: { readonly populations: readonly Blind[]; readonly silent: readonly string[] }) {
  return (
    <Section title="What cannot be evaluated" aside={<Link to="/sources">Sources</Link>}>
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
          {populations.map((each) => (
            <li key={`${each.pattern.id} ${each.because} ${each.department} ${each.site}`}>
              <Text size="sm" fw={600}>
                {each.pattern.title}
              </Text>
              <Text size="sm">{each.because}</Text>
              <Text size="sm" c="dimmed">
                {each.department}, {each.site} ·{' '}
                {each.clinicians === null ? 'fewer than five clinicians' : counted(each.clinicians, 'clinician')} · since{' '}
                <Moment at={each.since} short />
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
