import { Group, SegmentedControl, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Section } from '../../parts/section';
import { FormSwitch, Timeline } from '../../parts/timeline/timeline';
import type { AlertDetails } from './alert-details';

const DAY = 86_400_000;
type Span = 'evidence' | 'around' | 'all';
/** Days shown before the first and after the last event that counts. */
const margins: Readonly<Record<Span, number>> = { evidence: 3, around: 14, all: 90 };

/** The evidence among everything else that happened between the two. */
export function EvidenceTimeline({ alert }: { readonly alert: AlertDetails }) {
  const [span, setSpan] = useState<Span>('around');
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const events = useMemo(() => {
    const known = new Set(alert.surroundings.map((event) => event.id));
    const outside = alert.evidence.filter((event) => !known.has(event.id));
    return [...alert.surroundings, ...outside].sort((left, right) => left.occurredAt.at.localeCompare(right.occurredAt.at));
  }, [alert]);
  const counting = events.filter((event) => event.evidence).map((event) => Date.parse(event.occurredAt.at));
  const first = Math.min(Date.parse(alert.startedAt.at), ...counting);
  const last = Math.max(Date.parse(alert.lastAt.at), ...counting);
  const from =
    span === 'all' ? Math.min(first - 3 * DAY, ...events.map((event) => Date.parse(event.occurredAt.at))) : first - margins[span] * DAY;
  const to =
    span === 'all' ? Math.max(last + 3 * DAY, ...events.map((event) => Date.parse(event.occurredAt.at))) : last + margins[span] * DAY;
  const title = alert.patient === null ? 'Timeline' : 'Timeline of the dyad';
  return (
    <Section
      title={title}
      aside={
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label="Span of the timeline"
            value={span}
            onChange={setSpan}
            data={[
              { value: 'evidence', label: 'Evidence' },
              { value: 'around', label: 'Two weeks around' },
              { value: 'all', label: 'All' },
            ]}
          />
          <FormSwitch form={form} onForm={setForm} />
        </Group>
      }
    >
      {events.length === 0 ? (
        <Text size="sm" c="dimmed">
          No single events stand behind this finding.
        </Text>
      ) : (
        <Timeline events={events} shifts={alert.shifts} from={from} to={to} label={title} form={form} />
      )}
      {alert.patient === null ? null : (
        <Text size="sm" mt="xs">
          <Link
            to="/clinicians/$clinicianId/patients/$patientId"
            params={{ clinicianId: alert.clinician.id, patientId: alert.patient }}
            search={{ from: undefined, to: undefined }}
          >
            Everything between these two
          </Link>
        </Text>
      )}
    </Section>
  );
}
