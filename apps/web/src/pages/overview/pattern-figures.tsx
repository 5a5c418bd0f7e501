import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { PresentNote } from '../../frame/present-note';
import type { OverviewQuery } from '../../graphql/operations.generated';
import { Section } from '../../parts/section';
import { durationWords } from '../../parts/event-time';
import { measured, percent, wholeNumber } from '../../parts/words';

type Figures = OverviewQuery['overview']['patternFigures'][number];

const HOUR = 3_600_000;

function Missing({ because }: { readonly because: string }) {
  return (
    <Text size="sm" c="dimmed" component="span" title={because}>
      –<span className="visually-hidden"> {because}</span>
    </Text>
  );
}

/** Whether a pattern earns its place: how early it speaks, how soon somebody looks, and what it turned out to be. */
export function PatternFigures({ figures }: { readonly figures: readonly Figures[] }) {
  const share = (value: number | null) => (value === null ? <Missing because="none resolved yet" /> : percent(value));
  return (
    <Section title="Per pattern, last 90 days">
      <PresentNote />
      <Table.ScrollContainer minWidth={720} type="native" tabIndex={0} role="region" aria-label="Figures per pattern">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Pattern</Table.Th>
              {['Alerts', 'Resolved', 'Lead time', 'To first review', 'Confirmed', 'Explained', 'Data error'].map((head) => (
                <Table.Th key={head} scope="col" ta="right">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {figures.map((row) => (
              <Table.Tr key={row.pattern.id}>
                <Table.Th scope="row" fw={500}>
                  <Link
                    to="/alerts"
                    search={{ view: row.pattern.route === 'REVIEW' ? 'everything' : 'support', pattern: [row.pattern.id] }}
                  >
                    {row.pattern.title}
                  </Link>
                </Table.Th>
                <Table.Td ta="right">{wholeNumber(row.alerts)}</Table.Td>
                <Table.Td ta="right">{wholeNumber(row.resolved)}</Table.Td>
                <Table.Td ta="right">
                  {row.leadTimeDays === null ? (
                    <Missing because="no incident followed" />
                  ) : (
                    <span title={`median of ${row.leadTimeAlerts} alerts`}>{measured(row.leadTimeDays)} days</span>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  {row.hoursToFirstReview === null ? <Missing because="not looked at yet" /> : durationWords(row.hoursToFirstReview * HOUR)}
                </Table.Td>
                <Table.Td ta="right">{share(row.confirmedShare)}</Table.Td>
                <Table.Td ta="right">{share(row.explainedShare)}</Table.Td>
                <Table.Td ta="right">{share(row.dataErrorShare)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
