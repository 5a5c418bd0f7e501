import { SegmentedControl, SimpleGrid, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { ClinicianProfileQuery } from '../../graphql/operations.generated';
import { Section } from '../../parts/section';
import { laneWords, measured } from '../../parts/words';
import { BandChart } from '../../parts/chart/band-chart';
import { monthWords } from '../../parts/months';

type Profile = Extract<ClinicianProfileQuery['clinician'], { readonly __typename: 'Clinician' }>;

/** Own past against the colleagues of the specialty, one small chart for each kind of event. */
export function ActivityMultiples({ activity }: { readonly activity: Profile['activity'] }) {
  const [form, setForm] = useState('chart');
  const shown = activity.filter((series) => series.points.some((point) => point.events > 0 || (point.peersHigh ?? 0) > 0));
  const peers = activity.flatMap((series) => series.points).at(-1)?.peers;
  return (
    <Section
      title="Own past against peers"
      aside={
        <SegmentedControl
          size="xs"
          aria-label="Activity as chart or table"
          value={form}
          onChange={setForm}
          data={[
            { value: 'chart', label: 'Chart' },
            { value: 'table', label: 'Table' },
          ]}
        />
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        Events per month over {activity[0]?.points.length ?? 0} months.{' '}
        {typeof peers === 'number'
          ? `The band holds the middle half of ${peers} colleagues of the specialty.`
          : 'Fewer than five colleagues: no range is shown.'}
      </Text>
      {form === 'table' ? (
        <ActivityTable activity={shown} />
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="lg">
          {shown.map((series) => (
            <BandChart
              key={series.lane}
              title={laneWords[series.lane]}
              points={series.points.map((point) => ({
                words: monthWords(point.month),
                value: point.events,
                low: point.peersLow,
                high: point.peersHigh,
              }))}
            />
          ))}
        </SimpleGrid>
      )}
    </Section>
  );
}

function ActivityTable({ activity }: { readonly activity: Profile['activity'] }) {
  const months = activity[0]?.points.map((point) => point.month) ?? [];
  return (
    <Table.ScrollContainer minWidth={640} type="native" tabIndex={0} role="region" aria-label="Events per month, with the peers' range">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Month</Table.Th>
            {activity.map((series) => (
              <Table.Th key={series.lane} scope="col" ta="right">
                {laneWords[series.lane]} (peers)
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {months.map((month, index) => (
            <Table.Tr key={month}>
              <Table.Th scope="row" fw={500}>
                {monthWords(month)}
              </Table.Th>
              {activity.map((series) => {
                const point = series.points[index];
                if (point === undefined) return <Table.Td key={series.lane} />;
                const range =
                  point.peersLow === null || point.peersHigh === null
                    ? 'no range'
                    : `${measured(point.peersLow)}–${measured(point.peersHigh)}`;
                return (
                  <Table.Td key={series.lane} ta="right">
                    {point.events} ({range})
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
