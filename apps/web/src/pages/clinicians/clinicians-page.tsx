import { Card, Checkbox, Group, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ClinicianPageDocument, DepartmentNamesDocument } from '../../graphql/operations.generated';
import { FilterMenu } from '../../parts/filter-menu';
import { ListStates } from '../../parts/list-states';
import { LoadMore } from '../../parts/load-more';
import { Moment } from '../../parts/moment';
import { PageHead } from '../../parts/page-head';
import { PseudonymChip } from '../../parts/pseudonym-chip';
import { Empty } from '../../parts/states';
import { useConnection } from '../../parts/use-connection';
import { counted, wholeNumber } from '../../parts/words';

export function CliniciansPage() {
  const search = useSearch({ from: '/clinicians' });
  const navigate = useNavigate({ from: '/clinicians' });
  const filter = { search: search.search, departments: search.department, withOpenAlerts: search.open };
  const rows = useConnection(ClinicianPageDocument, { filter }, (data) => data.clinicians, 40);
  const [names] = useQuery({ query: DepartmentNamesDocument });
  const change = (next: Partial<typeof search>) => {
    void navigate({ search: (previous) => ({ ...previous, ...next }), replace: true });
  };
  const type = useDebouncedCallback((text: string) => {
    change({ search: text === '' ? undefined : text });
  }, 250);
  return (
    <>
      <PageHead title="Clinicians">
        {rows.nodes === undefined ? 'By pseudonym.' : `${counted(rows.total, 'clinician')}, by pseudonym; those with open alerts first.`}
      </PageHead>
      <Group gap="xs" mb="md" role="group" aria-label="Filters">
        <TextInput
          key={search.search ?? ''}
          defaultValue={search.search ?? ''}
          aria-label="Pseudonym begins with"
          placeholder="Begins with K-"
          leftSection={<IconSearch size={16} aria-hidden />}
          onChange={(event) => {
            type(event.currentTarget.value.trim());
          }}
        />
        <FilterMenu
          label="Department"
          options={(names.data?.overview.departments ?? []).map(({ department }) => ({ value: department, label: department }))}
          chosen={search.department ?? []}
          onChange={(chosen) => {
            change({ department: chosen.length === 0 ? undefined : chosen });
          }}
        />
        <Checkbox
          label="With open alerts"
          checked={search.open === true}
          onChange={(event) => {
            change({ open: event.currentTarget.checked ? true : undefined });
          }}
        />
      </Group>
      <Card padding={0}>
        <ListStates
          rows={rows}
          what="the clinicians"
          empty={
            <Empty title="No clinician fits">Change the filters, or look at the sources: a directory that is silent lists nobody.</Empty>
          }
        >
          {(clinicians) => (
            <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} role="region" aria-label="Clinicians">
              <Table highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">Clinician</Table.Th>
                    <Table.Th scope="col">Specialty, site</Table.Th>
                    <Table.Th scope="col" ta="right">
                      Open
                    </Table.Th>
                    <Table.Th scope="col" ta="right">
                      All
                    </Table.Th>
                    <Table.Th scope="col">Last alert</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {clinicians.map((clinician) => (
                    <Table.Tr key={clinician.id}>
                      <Table.Td>
                        <PseudonymChip id={clinician.id} kind="clinician" bare />
                      </Table.Td>
                      <Table.Td>
                        {clinician.specialty}, {clinician.site}
                        <Text size="xs" c="dimmed">
                          {clinician.department}
                        </Text>
                      </Table.Td>
                      <Table.Td ta="right" fw={clinician.openAlerts > 0 ? 650 : 400}>
                        {wholeNumber(clinician.openAlerts)}
                      </Table.Td>
                      <Table.Td ta="right">{wholeNumber(clinician.allAlerts)}</Table.Td>
                      <Table.Td>
                        {clinician.lastAlertAt === null ? (
                          <Text c="dimmed" size="sm">
                            none
                          </Text>
                        ) : (
                          <Moment at={clinician.lastAlertAt} short />
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </ListStates>
      </Card>
      <LoadMore hasNext={rows.hasNext} fetching={rows.fetching} loadMore={rows.loadMore} />
    </>
  );
}
