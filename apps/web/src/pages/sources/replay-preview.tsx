import { List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { ReplayPreviewDocument } from '../../graphql/operations.generated';
import { Moment } from '../../parts/moment';
import { problemWords } from '../../parts/problem-words';
import { codeWords } from '../../parts/words';

/** What the text would become if it were replayed now; nothing is stored by looking. */
export function ReplayPreview({ id, mended }: { readonly id: string; readonly mended: string | undefined }) {
  const [{ data, error }] = useQuery({ query: ReplayPreviewDocument, variables: { id, mended }, requestPolicy: 'network-only' });
  const preview = data?.quarantinePreview;
  return (
    <div aria-live="polite" style={{ minHeight: 72 }}>
      <Title order={3} size="h6" mb={4}>
        What it would become
      </Title>
      {error === undefined ? null : <Text size="sm">{problemWords(error)}</Text>}
      {preview?.__typename !== 'QuarantinePreview' ? null : (
        <Stack gap="xs">
          {preview.events.map((event) => (
            <div key={`${event.type} ${event.occurredAt.at}`}>
              <Text size="sm">
                <Text span ff="monospace" size="sm">
                  {event.type}
                </Text>{' '}
                · <Moment at={event.occurredAt.at} zone={event.occurredAt.zone} precision={event.occurredAt.precision} />
              </Text>
              <Text size="xs" c="dimmed">
                {event.details.map(({ name, value }) => `${codeWords(name)}: ${value}`).join(' · ')}
              </Text>
            </div>
          ))}
          {preview.problems.length === 0 ? null : (
            <List size="sm">
              {preview.problems.map((problem) => (
                <List.Item key={`${problem.code} ${problem.place ?? ''}`}>
                  {problem.reason} {problem.remedy}
                </List.Item>
              ))}
            </List>
          )}
          {preview.events.length + preview.problems.length === 0 ? <Text size="sm">No event.</Text> : null}
        </Stack>
      )}
    </div>
  );
}
