import { Table, Text } from '@mantine/core';
import { useQuery } from 'urql';
import { PresentNote } from '../../frame/present-note';
import { useEvery } from '../../frame/use-every';
import { DeadLettersDocument, type DeadLettersQuery } from '../../graphql/operations.generated';
import { ColumnHeads } from '../../parts/column-heads';
import { Moment } from '../../parts/moment';
import { problemWords } from '../../parts/problem-words';
import { Section } from '../../parts/section';
import { Empty, Failed, Loading, Stale } from '../../parts/states';
import { counted, wholeNumber } from '../../parts/words';

type Kind = DeadLettersQuery['deadLetters']['kinds'][number];

const MINUTE = 60_000;

/** Events that were taken in and of which nothing could be made, with what is to be done. */
export function DeadLetterList() {
  const [{ data, error }, again] = useQuery({ query: DeadLettersDocument });
  const refresh = () => {
    again({ requestPolicy: 'network-only' });
  };
  useEvery(MINUTE, refresh);
  const total = data?.deadLetters.totalCount ?? 0;
  return (
    <Section title={total === 0 ? 'Could not be folded' : `Could not be folded: ${counted(total, 'event')}`}>
      <PresentNote />
      {data === undefined ? (
        error === undefined ? (
          <Loading rows={2} height={40} label="Loading what could not be folded" />
        ) : (
          <Failed what="What could not be folded could not be loaded." why={problemWords(error)} retry={refresh} />
        )
      ) : (
        <>
          {error === undefined ? null : <Stale>This list could not be renewed. {problemWords(error)}</Stale>}
          {total === 0 ? (
            <Empty title="Every event was folded">Nothing that was taken in is missing from what is judged.</Empty>
          ) : (
            <DeadLetterTable kinds={data.deadLetters.kinds} />
          )}
        </>
      )}
    </Section>
  );
}

function DeadLetterTable({ kinds }: { readonly kinds: readonly Kind[] }) {
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        Findings that need these events are missing. The events stay in the log.
      </Text>
      <Table.ScrollContainer minWidth={880} type="native" tabIndex={0} role="region" aria-label="Events that could not be folded">
        <Table verticalSpacing="sm">
          <ColumnHeads names={['Events', 'From', 'Newest', 'Reason', 'What to do']} />
          <Table.Tbody>
            {kinds.map((kind) => (
              <Table.Tr key={[kind.source, kind.type, kind.code, kind.reason].join(' ')} style={{ verticalAlign: 'top' }}>
                <Table.Td>{wholeNumber(kind.events)}</Table.Td>
                <Table.Td>
                  {kind.source ?? 'unknown'}
                  <Text size="xs" c="dimmed" ff="monospace">
                    {kind.type ?? 'cannot be read'}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {kind.ingestedAt === null ? 'time unknown' : <Moment at={kind.ingestedAt} />}
                  <Text size="xs" c="dimmed">
                    partition {kind.partition}, position {wholeNumber(kind.position)}
                  </Text>
                </Table.Td>
                <Table.Td maw={320}>
                  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                    {kind.reason}{' '}
                    <Text span size="xs" c="dimmed" ff="monospace">
                      {kind.code}
                    </Text>
                  </Text>
                </Table.Td>
                <Table.Td maw={280}>
                  <Text size="sm">{kind.remedy}</Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
