import { List, Text } from '@mantine/core';
import type { UndeterminedRowFragment } from '../graphql/operations.generated';
import { Moment } from './moment';

/** What nobody can say about a clinician, and why: it must not be mistaken for nothing found. */
export function Undetermined({ patterns }: { readonly patterns: readonly UndeterminedRowFragment[] }) {
  if (patterns.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Every pattern can be judged for this clinician.
      </Text>
    );
  }
  return (
    <List size="sm" spacing={4}>
      {patterns.map((each) => (
        <List.Item key={`${each.pattern.id} ${each.because} ${each.patient ?? ''}`}>
          {each.pattern.title}: {each.because}, since <Moment at={each.since} short />
        </List.Item>
      ))}
    </List>
  );
}
