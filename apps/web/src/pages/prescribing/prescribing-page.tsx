import { Group, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useAsOf } from '../../frame/as-of';
import { DepartmentNamesDocument, PrescribingDocument, type PrescribingQuery } from '../../graphql/operations.generated';
import { ChartSection } from '../../parts/chart/chart';
import { monthLines } from '../../parts/chart/month-lines';
import { usePalette } from '../../parts/chart/palette';
import { PageHead } from '../../parts/page-head';
import { problemWords } from '../../parts/problem-words';
import { recordedMonths } from '../../parts/recorded-months';
import { Empty, Failed, Loading } from '../../parts/states';
import { monthWords, type Months, type PrescribingSearch } from './prescribing-search';

type Points = PrescribingQuery['prescribing']['points'];

const lengths = Object.entries(monthWords).map(([value, label]) => ({ value: value as Months, label }));

export function PrescribingPage() {
  const search = useSearch({ from: '/prescribing' });
  const navigate = useNavigate({ from: '/prescribing' });
  const { asOf } = useAsOf();
  const [names] = useQuery({ query: DepartmentNamesDocument });
  const months = Number(search.months ?? '12');
  const [{ data, error, fetching }, again] = useQuery({
    query: PrescribingDocument,
    variables: { clinician: search.clinician, department: search.department, specialty: undefined, months, asOf },
  });
  const change = (next: Partial<PrescribingSearch>) => {
    void navigate({ search: (previous) => ({ ...previous, ...next }), replace: true });
  };
  const type = useDebouncedCallback((text: string) => {
    change({ clinician: text === '' ? undefined : text });
  }, 400);
  const about = search.clinician ?? search.department ?? 'all your departments';
  return (
    <>
      <PageHead title="Prescribing">By calendar month: {about}.</PageHead>
      <Group gap="xs" mb="md" role="group" aria-label="Filters">
        <TextInput
          key={search.clinician ?? ''}
          defaultValue={search.clinician ?? ''}
          aria-label="Clinician's pseudonym"
          placeholder="Clinician, K-"
          leftSection={<IconSearch size={16} aria-hidden />}
          onChange={(event) => {
            type(event.currentTarget.value.trim());
          }}
        />
        <Select
          aria-label="Department"
          placeholder="All departments"
          clearable
          data={(names.data?.overview.departments ?? []).map(({ department }) => department)}
          value={search.department ?? null}
          onChange={(department) => {
            change({ department: department ?? undefined });
          }}
        />
        <SegmentedControl
          aria-label="How far back"
          data={lengths}
          value={search.months ?? '12'}
          onChange={(chosen) => {
            change({ months: chosen === '12' ? undefined : chosen });
          }}
        />
      </Group>
      {data === undefined ? (
        error === undefined ? (
          <Loading rows={6} height={40} label="Loading the prescribing trend" />
        ) : (
          <Failed
            what="The trend could not be loaded."
            why={problemWords(error)}
            retry={() => {
              again({ requestPolicy: 'network-only' });
            }}
          />
        )
      ) : (
        <div aria-busy={fetching}>
          <Trend points={data.prescribing.points} one={search.clinician !== undefined} />
        </div>
      )}
    </>
  );
}

const somethingIn = (point: Points[number] | undefined) =>
  point !== undefined && point.ordered + point.dispensed + point.visits + (point.peers95 ?? 0) > 0;

function Trend({ points: asked, one }: { readonly points: Points; readonly one: boolean }) {
  const palette = usePalette();
  const { from, words, before } = useMemo(
    () =>
      recordedMonths(
        asked.map(({ month }) => month),
        (place) => somethingIn(asked[place]),
      ),
    [asked],
  );
  const points = useMemo(() => asked.slice(from), [asked, from]);
  const controlled = useMemo(
    () =>
      monthLines(
        words,
        [
          { name: 'Controlled, dispensed', values: points.map((point) => point.dispensedControlled) },
          { name: 'of these, refills', values: points.map((point) => point.refillsControlled) },
          ...(one ? [{ name: 'Peers, 95 of 100 below', values: points.map((point) => point.peers95), dashed: true }] : []),
        ],
        one
          ? { name: 'Peers, middle half', low: points.map((point) => point.peersLow), high: points.map((point) => point.peersHigh) }
          : undefined,
        palette,
      ),
    [words, points, one, palette],
  );
  const all = useMemo(
    () =>
      monthLines(
        words,
        [
          { name: 'Ordered', values: points.map((point) => point.ordered) },
          { name: 'Dispensed', values: points.map((point) => point.dispensed) },
          { name: 'Visits', values: points.map((point) => point.visits) },
        ],
        undefined,
        palette,
      ),
    [words, points, palette],
  );
  if (points.every((point) => point.ordered + point.dispensed === 0)) {
    return (
      <Empty title="No prescription in this time">
        Either nothing was prescribed, or the pharmacy’s source is silent. The sources say which.
      </Empty>
    );
  }
  const peers = points.at(-1)?.peers;
  return (
    <Stack gap="md">
      <ChartSection
        {...controlled}
        title="Controlled substances"
        height={280}
        label="Controlled substances dispensed and refilled per month"
      >
        {one ? (
          <Text size="sm" c="dimmed" mt="xs">
            {typeof peers === 'number'
              ? `Compared with ${peers} colleagues of the specialty.`
              : 'Fewer than five colleagues of the specialty: no comparison is made.'}
          </Text>
        ) : null}
      </ChartSection>
      <ChartSection
        {...all}
        title="All prescriptions, beside visits"
        height={240}
        label="Prescriptions ordered and dispensed, and visits, per month"
      />
      {before === undefined ? null : (
        <Text size="sm" c="dimmed">
          {before}
        </Text>
      )}
    </Stack>
  );
}
