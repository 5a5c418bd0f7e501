import { Button, Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAsOf } from '../../frame/as-of';
import { DyadSpanDocument, DyadTimelineDocument, type DyadSpanQuery } from '../../graphql/operations.generated';
import { Moment } from '../../parts/moment';
import { PageHead } from '../../parts/page-head';
import { problemWords } from '../../parts/problem-words';
import { PseudonymChip } from '../../parts/pseudonym-chip';
import { Section } from '../../parts/section';
import { Slope } from '../../parts/slope';
import { Empty, Failed, Loading } from '../../parts/states';
import { FormSwitch, Timeline } from '../../parts/timeline/timeline';
import { counted } from '../../parts/words';
import { OtherFindings } from '../alert/other-findings';

type Dyad = Extract<DyadSpanQuery['dyad'], { readonly __typename: 'Dyad' }>;

const DAY = 86_400_000;
/** Shifts are answered for at most this many days. */
const LONGEST = 366;
const spans = ['30', '90', '366'] as const;

export function DyadPage() {
  const { clinicianId, patientId } = useParams({ from: '/clinicians/$clinicianId/patients/$patientId' });
  const { asOf } = useAsOf();
  const [{ data, error }, again] = useQuery({ query: DyadSpanDocument, variables: { clinician: clinicianId, patient: patientId, asOf } });
  if (data === undefined) {
    return error === undefined ? (
      <Skeleton height={400} role="status" aria-label="Loading the dyad" />
    ) : (
      <Failed
        what="The dyad could not be loaded."
        why={problemWords(error)}
        retry={() => {
          again({ requestPolicy: 'network-only' });
        }}
      />
    );
  }
  if (data.dyad.__typename === 'NotFound') {
    return (
      <Empty page title="Nothing is known between these two" action={<Link to="/clinicians">Go to the clinicians</Link>}>
        No event in your departments names both.
      </Empty>
    );
  }
  return <DyadBody dyad={data.dyad} />;
}

function DyadBody({ dyad }: { readonly dyad: Dyad }) {
  return (
    <>
      <PageHead title="One clinician, one patient">
        <Group gap="xs">
          <PseudonymChip id={dyad.clinician.id} kind="clinician" /> {dyad.clinician.specialty}, {dyad.clinician.site}
          <PseudonymChip id={dyad.patient} kind="patient" />
        </Group>
        <Text size="sm" mt={4}>
          first <Moment at={dyad.firstAt} short /> · last <Moment at={dyad.lastAt} short />
        </Text>
      </PageHead>
      <Stack gap="md">
        <DyadTimeline dyad={dyad} />
        <Section title="Stages of the slope">
          {dyad.stages.length === 0 ? (
            <Text size="sm" c="dimmed">
              No stage was reached.
            </Text>
          ) : (
            <Slope stages={dyad.stages} />
          )}
        </Section>
        <Section title="Findings">
          <OtherFindings findings={dyad.findings.filter((finding) => finding.route === 'REVIEW')} />
        </Section>
      </Stack>
    </>
  );
}

/** The part of the dyad's time that is shown stands in the URL; it can be moved and widened, a year at most. */
function DyadTimeline({ dyad }: { readonly dyad: Dyad }) {
  const search = useSearch({ from: '/clinicians/$clinicianId/patients/$patientId' });
  const navigate = useNavigate({ from: '/clinicians/$clinicianId/patients/$patientId' });
  const { asOf } = useAsOf();
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const to = search.to === undefined ? Date.parse(dyad.lastAt) + 2 * DAY : Date.parse(search.to);
  const asked = search.from === undefined ? to - 90 * DAY : Date.parse(search.from);
  const from = Math.max(Math.min(asked, to - DAY), to - LONGEST * DAY);
  const length = to - from;
  const show = (start: number, end: number) => {
    void navigate({ search: { from: new Date(start).toISOString(), to: new Date(end).toISOString() }, replace: true, resetScroll: false });
  };
  const variables = {
    clinician: dyad.clinician.id,
    patient: dyad.patient,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    asOf,
  };
  const [{ data, error }] = useQuery({ query: DyadTimelineDocument, variables });
  const found = data?.dyad.__typename === 'Dyad' ? data.dyad : undefined;
  const days = Math.round(length / DAY);
  return (
    <Section
      title="Timeline"
      aside={
        <Group gap="xs">
          <Button.Group>
            <Button
              variant="default"
              size="compact-md"
              aria-label="Earlier"
              onClick={() => {
                show(from - length, from);
              }}
            >
              <IconChevronLeft size={16} aria-hidden />
            </Button>
            <Button
              variant="default"
              size="compact-md"
              aria-label="Later"
              onClick={() => {
                show(to, to + length);
              }}
            >
              <IconChevronRight size={16} aria-hidden />
            </Button>
          </Button.Group>
          <SegmentedControl
            size="xs"
            aria-label="Length of the timeline"
            value={spans.find((span) => span === String(days)) ?? ''}
            data={spans.map((span) => ({ value: span, label: span === '366' ? 'A year' : `${span} days` }))}
            onChange={(span) => {
              show(to - Number(span) * DAY, to);
            }}
          />
          <FormSwitch form={form} onForm={setForm} />
        </Group>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        <Moment at={variables.from} short /> to <Moment at={variables.to} short />
        {found === undefined ? '' : ` · ${counted(found.timeline.totalCount, 'event')}`}
        {found !== undefined && found.timeline.totalCount > found.timeline.nodes.length
          ? `, the first ${found.timeline.nodes.length} shown`
          : ''}
      </Text>
      {found === undefined ? (
        error === undefined ? (
          <Loading rows={6} height={32} label="Loading the timeline" />
        ) : (
          <Failed what="The timeline could not be loaded." why={problemWords(error)} />
        )
      ) : (
        <Timeline events={found.timeline.nodes} shifts={found.shifts} from={from} to={to} label="Timeline of the dyad" form={form} />
      )}
    </Section>
  );
}
