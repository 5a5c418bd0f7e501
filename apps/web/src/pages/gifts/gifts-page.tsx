import { Button, Card, Group, Table, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useAsOf } from '../../frame/as-of';
import { DepartmentNamesDocument, GiftPageDocument, type GiftPageQuery, type GiftState } from '../../graphql/operations.generated';
import { FilterMenu } from '../../parts/filter-menu';
import { ListStates } from '../../parts/list-states';
import { LoadMore } from '../../parts/load-more';
import { Moment } from '../../parts/moment';
import { PageHead } from '../../parts/page-head';
import { PseudonymChip } from '../../parts/pseudonym-chip';
import { Empty } from '../../parts/states';
import { useConnection } from '../../parts/use-connection';
import { capitalised, codeWords, counted, giftStateWords, moneyWords } from '../../parts/words';
import { giftFilterOf, type GiftSearch } from './gift-search';

type Gift = GiftPageQuery['gifts']['nodes'][number];

const states = Object.entries(giftStateWords).map(([value, label]) => ({ value, label }));

/** Register entries as they stand, with what each giver gave the same clinician in the twelve months before. */
export function GiftsPage() {
  const search = useSearch({ from: '/gifts' });
  const navigate = useNavigate({ from: '/gifts' });
  const { asOf } = useAsOf();
  const rows = useConnection(GiftPageDocument, { filter: giftFilterOf(search), asOf }, (data) => data.gifts, 40);
  const [names] = useQuery({ query: DepartmentNamesDocument });
  const change = (next: Partial<GiftSearch>) => {
    void navigate({ search: (previous) => ({ ...previous, ...next }), replace: true });
  };
  return (
    <>
      <PageHead title="Gifts">
        {rows.nodes === undefined
          ? 'The register as it stands.'
          : `${counted(rows.total, 'entry', 'entries')}, newest first. Currencies are never added together.`}
      </PageHead>
      <Group gap="xs" mb="md" role="group" aria-label="Filters">
        <FilterMenu
          label="Department"
          options={(names.data?.overview.departments ?? []).map(({ department }) => ({ value: department, label: department }))}
          chosen={search.department ?? []}
          onChange={(chosen) => {
            change({ department: chosen.length === 0 ? undefined : chosen });
          }}
        />
        <FilterMenu
          label="State"
          options={states}
          chosen={search.state ?? []}
          onChange={(chosen) => {
            change({ state: chosen.length === 0 ? undefined : (chosen as readonly GiftState[]) });
          }}
        />
        {search.donor === undefined ? null : (
          <Condition
            words={`giver ${search.donor}`}
            onDrop={() => {
              change({ donor: undefined });
            }}
          />
        )}
        {search.clinician === undefined ? null : (
          <Condition
            words={`clinician ${search.clinician}`}
            onDrop={() => {
              change({ clinician: undefined });
            }}
          />
        )}
      </Group>
      <Card padding={0}>
        <ListStates
          rows={rows}
          what="the gifts"
          empty={
            <Empty title="No gift is on the register">
              Nothing fits these filters, or no register has been taken in. The sources say which.
            </Empty>
          }
        >
          {(gifts) => <GiftTable gifts={gifts} />}
        </ListStates>
      </Card>
      <LoadMore hasNext={rows.hasNext} fetching={rows.fetching} loadMore={rows.loadMore} />
    </>
  );
}

function Condition({ words, onDrop }: { readonly words: string; readonly onDrop: () => void }) {
  return (
    <Button variant="light" rightSection={<IconX size={16} aria-hidden />} onClick={onDrop} aria-label={`Remove the filter: ${words}`}>
      {words}
    </Button>
  );
}

function valueOf(gift: Gift): string {
  if (gift.value !== null) return moneyWords(gift.value);
  return gift.valueAsPrinted ?? 'no value';
}

function GiftTable({ gifts }: { readonly gifts: readonly Gift[] }) {
  return (
    <Table.ScrollContainer minWidth={960} type="native" tabIndex={0} role="region" aria-label="Gifts">
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {['Received', 'Giver', 'Clinician', 'What'].map((head) => (
              <Table.Th key={head} scope="col">
                {head}
              </Table.Th>
            ))}
            <Table.Th scope="col" ta="right">
              Value
            </Table.Th>
            <Table.Th scope="col" ta="right">
              Same giver, 12 months
            </Table.Th>
            <Table.Th scope="col">State</Table.Th>
            <Table.Th scope="col">Declared</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {gifts.map((gift) => (
            <Table.Tr key={gift.id}>
              <Table.Td>
                <Moment at={gift.occurredAt.at} zone={gift.occurredAt.zone} precision={gift.occurredAt.precision} short />
              </Table.Td>
              <Table.Td>
                {gift.donor === null ? (
                  <Text size="sm" c="dimmed">
                    not named
                  </Text>
                ) : (
                  <Link to="/gifts" search={{ donor: gift.donor }} style={{ fontFamily: 'var(--mantine-font-family-monospace)' }}>
                    {gift.donor}
                  </Link>
                )}
                {gift.donorKind === null ? null : (
                  <Text size="xs" c="dimmed">
                    {codeWords(gift.donorKind)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <PseudonymChip id={gift.clinician.id} kind="clinician" bare />
                <Text size="xs" c="dimmed" mt={2}>
                  {gift.clinician.department}
                </Text>
              </Table.Td>
              <Table.Td>
                {gift.kind === null ? 'not said' : capitalised(codeWords(gift.kind))}
                {gift.acceptance === null ? null : (
                  <Text size="xs" c="dimmed">
                    {codeWords(gift.acceptance)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">{valueOf(gift)}</Table.Td>
              <Table.Td ta="right">{gift.runningTotal === null ? '–' : moneyWords(gift.runningTotal)}</Table.Td>
              <Table.Td>
                {giftStateWords[gift.state]}
                {gift.versions > 1 ? (
                  <Text size="xs" c="dimmed">
                    {gift.versions} versions
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td>
                {gift.declaredOn === null ? 'no date' : <Moment at={`${gift.declaredOn}T00:00:00Z`} zone="UTC" precision="DAY" short />}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
