import { Stack, Text } from '@mantine/core';
import { Section } from '../../parts/section';
import { codeWords, counted } from '../../parts/words';
import type { AlertDetails } from './alert-details';
import { ComparisonBars } from './comparison-bars';

/** Why it was raised, in the pattern's own sentences, and what would have kept it from being raised. */
export function Why({ alert, apart }: { readonly alert: AlertDetails; readonly apart: boolean }) {
  return (
    <Section title={apart ? 'Why this was opened' : 'Why'}>
      <Stack gap="sm">
        <Text>{alert.reason}</Text>
        {alert.comparisons.length === 0 ? null : <ComparisonBars comparisons={alert.comparisons} />}
        {alert.counterfactual === '' ? null : <Text fs="italic">{alert.counterfactual}</Text>}
        {alert.leftOut.length === 0 ? null : (
          <Text size="sm" c="dimmed">
            Looked at and left out: {alert.leftOut.map(({ because, events }) => `${events} ${codeWords(because)}`).join(', ')}.
          </Text>
        )}
        {alert.caveats.map((caveat) => (
          <Text key={caveat} size="sm" c="var(--attention-text)">
            Not certain: {caveat}.
          </Text>
        ))}
        <Text size="sm" c="dimmed">
          It counts {counted(alert.evidenceCount, 'event')}. Band “{codeWords(alert.band)}”.
        </Text>
      </Stack>
    </Section>
  );
}
