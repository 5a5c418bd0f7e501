import { Button, Group, SegmentedControl, Table, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { PresentNote } from '../../frame/present-note';
import { QuarantinePageDocument, type QuarantineState } from '../../graphql/operations.generated';
import { ColumnHeads } from '../../parts/column-heads';
import { ListStates } from '../../parts/list-states';
import { LoadMore } from '../../parts/load-more';
import { Moment } from '../../parts/moment';
import { Section } from '../../parts/section';
import { Empty } from '../../parts/states';
import { useConnection } from '../../parts/use-connection';
import { counted } from '../../parts/words';
import { quarantineFilterOf, quarantineStateWords } from './quarantine-search';
import { QuarantinedRecord } from './quarantined-record';

const states = (Object.keys(quarantineStateWords) as QuarantineState[]).map((value) => ({ value, label: quarantineStateWords[value] }));

/** What could not be taken in, with the reason, the remedy and a way to mend it. */
export function QuarantineList() {
  const search = useSearch({ from: '/sources' });
  const navigate = useNavigate({ from: '/sources' });
  const rows = useConnection(QuarantinePageDocument, { filter: quarantineFilterOf(search) }, (data) => data.quarantine, 50);
  const [opened, setOpened] = useState<string | undefined>(search.record);
  const open = (record: string | undefined) => {
    setOpened(record);
    void navigate({ search: (previous) => ({ ...previous, record }), replace: true, resetScroll: false });
  };
  return (
    <div id="quarantine">
      <Section
        title={rows.nodes === undefined ? 'Quarantine' : `Quarantine: ${counted(rows.total, 'record')}`}
        aside={
          <Group gap="xs">
            {search.source === undefined ? null : (
              <Button
                size="compact-md"
                variant="light"
                rightSection={<IconX size={14} aria-hidden />}
                aria-label={`Remove the filter: ${search.source}`}
                onClick={() => {
                  void navigate({ search: (previous) => ({ ...previous, source: undefined }), resetScroll: false });
                }}
              >
                {search.source}
              </Button>
            )}
            <SegmentedControl
              size="xs"
              aria-label="State of the records"
              data={states}
              value={search.state ?? 'WAITING'}
              onChange={(state) => {
                void navigate({
                  search: (previous) => ({ ...previous, state: state === 'WAITING' ? undefined : state }),
                  replace: true,
                  resetScroll: false,
                });
              }}
            />
          </Group>
        }
      >
        <PresentNote />
        <ListStates
          rows={rows}
          what="the quarantine"
          empty={<Empty title="No record is in this state">What waits here could not be taken in; nothing is thrown away.</Empty>}
        >
          {(records) => (
            <Table.ScrollContainer minWidth={880} type="native" tabIndex={0} role="region" aria-label="Quarantined records">
              <Table highlightOnHover verticalSpacing="sm">
                <ColumnHeads names={['Received', 'From', 'Reason', 'Remedy']}>
                  <Table.Th>
                    <span className="visually-hidden">Open</span>
                  </Table.Th>
                </ColumnHeads>
                <Table.Tbody>
                  {records.map((record) => (
                    <Table.Tr key={record.id} style={{ verticalAlign: 'top' }}>
                      <Table.Td>
                        <Moment at={record.receivedAt} />
                        {record.replayedAt === null ? null : (
                          <Text size="xs" c="dimmed">
                            replayed <Moment at={record.replayedAt} short />
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td>
                        {record.source}
                        <Text size="xs" c="dimmed">
                          {record.format}
                          {record.place === null ? '' : `, ${record.place}`}
                        </Text>
                      </Table.Td>
                      <Table.Td maw={320}>
                        {record.problems.map((problem) => (
                          <Text key={`${problem.code} ${problem.place ?? ''}`} size="sm">
                            {problem.reason}{' '}
                            <Text span size="xs" c="dimmed" ff="monospace">
                              {problem.code}
                            </Text>
                          </Text>
                        ))}
                      </Table.Td>
                      <Table.Td maw={280}>
                        {record.problems.map((problem) => (
                          <Text key={`${problem.code} ${problem.place ?? ''}`} size="sm">
                            {problem.remedy}
                          </Text>
                        ))}
                      </Table.Td>
                      <Table.Td>
                        <Button
                          size="compact-md"
                          variant="default"
                          aria-label={`Open the record from ${record.source}${record.place === null ? '' : `, ${record.place}`}`}
                          onClick={() => {
                            open(record.id);
                          }}
                        >
                          Open
                        </Button>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </ListStates>
        <LoadMore hasNext={rows.hasNext} fetching={rows.fetching} loadMore={rows.loadMore} />
      </Section>
      {opened === undefined ? null : (
        <QuarantinedRecord
          id={opened}
          onClose={() => {
            open(undefined);
          }}
          onReplayed={rows.refresh}
        />
      )}
    </div>
  );
}
