import { SegmentedControl, SimpleGrid, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { ClinicianProfileQuery } from '../../graphql/operations.generated';
import { Section } from '../../parts/section';
import { laneWords, measured } from '../../parts/words';
import { BandChart } from '../../parts/chart/band-chart';
import { recordedMonths } from '../../parts/recorded-months';

type Profile = Extract<ClinicianProfileQuery['clinician'], { readonly __typename: 'Clinician' }>;

type Point = Profile['activity'][number]['points'][number];

/** Own past against the colleagues of the specialty, one small chart for each kind of event. */
export function ActivityMultiples({ activity }: { readonly activity: Profile['activity'] }) {
  const [form, setForm] = useState('chart');
  const isRecorded = (point: Point | undefined) => (point?.events ?? 0) > 0 || (point?.peersHigh ?? 0) > 0;
  const months = recordedMonths(activity[0]?.points.map(({ month }) => month) ?? [], (place) =>
    activity.some(({ points }) => isRecorded(points[place])),
  );
  const shown = activity
    .filter(({ points }) => points.some(isRecorded))
    .map(({ lane, points }) => ({ lane, points: points.slice(months.from) }));
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
        Events per month over {months.words.length} months. {months.before}{' '}
        {typeof peers === 'number'
          ? `The band holds the middle half of ${peers} colleagues of the specialty.`
          : 'Fewer than five colleagues: no range is shown.'}
      </Text>
      {form === 'table' ? (
        <ActivityTable activity={shown} months={months.words} />
      ) : (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="lg">
          {shown.map((series) => (
            <BandChart
              key={series.lane}
              title={laneWords[series.lane]}
              points={series.points.map((point, place) => ({
                words: months.words[place] ?? '',
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

function ActivityTable({ activity, months }: { readonly activity: Profile['activity']; readonly months: readonly string[] }) {
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
                {month}
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
