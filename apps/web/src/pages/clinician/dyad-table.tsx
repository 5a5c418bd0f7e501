import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ClinicianProfileQuery } from '../../graphql/operations.generated';
import { Moment } from '../../parts/moment';
import { wholeNumber } from '../../parts/words';

type Profile = Extract<ClinicianProfileQuery['clinician'], { readonly __typename: 'Clinician' }>;

export function DyadTable({ clinician, dyads }: { readonly clinician: string; readonly dyads: Profile['dyads'] }) {
  if (dyads.nodes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No event names a patient.
      </Text>
    );
  }
  return (
    <>
      <Table.ScrollContainer minWidth={520} type="native" tabIndex={0} role="region" aria-label="Table of dyads">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Patient</Table.Th>
              <Table.Th scope="col" ta="right">
                Findings
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Messages
              </Table.Th>
              <Table.Th scope="col" ta="right">
                Events
              </Table.Th>
              <Table.Th scope="col">First to last</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {dyads.nodes.map((dyad) => (
              <Table.Tr key={dyad.patient}>
                <Table.Td>
                  <Link
                    to="/clinicians/$clinicianId/patients/$patientId"
                    params={{ clinicianId: clinician, patientId: dyad.patient }}
                    search={{ from: undefined, to: undefined }}
                    style={{ fontFamily: 'var(--mantine-font-family-monospace)' }}
                  >
                    {dyad.patient}
                  </Link>
                </Table.Td>
                <Table.Td ta="right" fw={dyad.findings > 0 ? 650 : 400}>
                  {wholeNumber(dyad.findings)}
                </Table.Td>
                <Table.Td ta="right">{wholeNumber(dyad.messages)}</Table.Td>
                <Table.Td ta="right">{wholeNumber(dyad.events)}</Table.Td>
                <Table.Td>
                  <Moment at={dyad.firstAt} short /> to <Moment at={dyad.lastAt} short />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {dyads.totalCount > dyads.nodes.length ? (
        <Text size="sm" c="dimmed" mt="xs">
          The first {dyads.nodes.length} of {wholeNumber(dyads.totalCount)}: those with findings, then the busiest.
        </Text>
      ) : null}
    </>
  );
}
