import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { SourceState, SourcesQuery } from '../../graphql/operations.generated';
import { ColumnHeads } from '../../parts/column-heads';
import { durationWords } from '../../parts/event-time';
import { Moment } from '../../parts/moment';
import { Sparkline } from '../../parts/sparkline';
import { counted, percent, sourceStateWords, wholeNumber } from '../../parts/words';
import classes from './sources.module.css';

type Source = SourcesQuery['sources'][number];

/** A shape for each state, so that it is seen without its colour. */
const marks: Readonly<Record<SourceState, string>> = { FLOWING: '●', LATE: '◐', SILENT: '○', FAILING: '▲' };

/** A row per source. A source that fell silent stands first, because what depends on it cannot be judged. */
export function SourceTable({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <Table.ScrollContainer minWidth={960} type="native" tabIndex={0} role="region" aria-label="Sources">
      <Table>
        <ColumnHeads names={['Source', 'State', 'Last event', 'Delivery lag', 'Last 30 days', 'Quarantined', 'Zones']} />
        <Table.Tbody>
          {sources.map((source) => (
            <Table.Tr key={source.source}>
              <Table.Th scope="row">
                {source.source}
                <Text size="xs" c="dimmed">
                  {counted(source.events, 'event')}
                </Text>
              </Table.Th>
              <Table.Td>
                <Text size="sm" fw={600} className={classes.state ?? ''} data-state={source.state}>
                  <span aria-hidden>{marks[source.state]}</span> {sourceStateWords[source.state]}
                </Text>
                <Text size="xs" c="dimmed" maw={220}>
                  {source.because}
                </Text>
              </Table.Td>
              <Table.Td>
                {source.lastEventAt === null ? (
                  <Text size="sm" c="dimmed">
                    none
                  </Text>
                ) : (
                  <Moment at={source.lastEventAt.at} zone={source.lastEventAt.zone} precision={source.lastEventAt.precision} />
                )}
              </Table.Td>
              <Table.Td>{source.lagSeconds === null ? 'no live delivery yet' : durationWords(source.lagSeconds * 1_000)}</Table.Td>
              <Table.Td>
                <Sparkline values={source.perDay.map((day) => day.events)} label={`Events per day from ${source.source}`} />
              </Table.Td>
              <Table.Td>
                <Quarantined source={source} />
              </Table.Td>
              <Table.Td>
                {source.zones.join(', ')}
                {source.zones.length > 1 || source.futureDated > 0 ? (
                  <Text size="xs" c="var(--attention-text)">
                    {source.zones.length > 1 ? 'more than one zone' : ''}
                    {source.zones.length > 1 && source.futureDated > 0 ? ' · ' : ''}
                    {source.futureDated > 0 ? `${wholeNumber(source.futureDated)} dated in the future` : ''}
                  </Text>
                ) : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Quarantined({ source }: { readonly source: Source }) {
  if (source.quarantined === null || source.quarantinedShare === null)
    return (
      <Text size="sm" c="var(--attention-text)">
        not known now
      </Text>
    );
  if (source.quarantined === 0) return 'none';
  return (
    <Link to="/sources" search={{ source: source.source }} hash="quarantine">
      {wholeNumber(source.quarantined)} ({percent(source.quarantinedShare)})
    </Link>
  );
}
