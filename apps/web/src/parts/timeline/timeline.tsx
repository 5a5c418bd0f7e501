import { Checkbox, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo, useState, type KeyboardEvent } from 'react';
import type { ShiftSpanFragment, TimelineEntryFragment } from '../../graphql/operations.generated';
import { useClock } from '../../session/clock';
import { Moment } from '../moment';
import { counted, laneWords } from '../words';
import { Drawing, showsShifts } from './drawing';
import { detailWords, EventLine, marksOf } from './event-line';
import { lanesOf } from './lanes';
import { timeScale } from './scale';
import classes from './timeline.module.css';

export interface TimelineProps {
  /** By event time, oldest first. */
  readonly events: readonly TimelineEntryFragment[];
  readonly shifts: readonly ShiftSpanFragment[];
  /** Milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly form: 'chart' | 'table';
}

export function FormSwitch({ form, onForm }: { readonly form: 'chart' | 'table'; readonly onForm: (form: 'chart' | 'table') => void }) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="Timeline as chart or table"
      value={form}
      onChange={onForm}
      data={[
        { value: 'chart', label: 'Chart' },
        { value: 'table', label: 'Table' },
      ]}
    />
  );
}

/** What happened between a clinician and a patient, in lanes, with the clinician's shifts behind it. */
export function Timeline({ events, shifts, from, to, label, form }: TimelineProps) {
  const shown = useMemo(
    () =>
      events.filter((event) => {
        const at = Date.parse(event.occurredAt.at);
        return at >= from - 86_400_000 && at <= to;
      }),
    [events, from, to],
  );
  return form === 'table' ? (
    <TimelineTable events={shown} label={label} />
  ) : (
    <TimelineChart events={shown} shifts={shifts} from={from} to={to} label={label} />
  );
}

function TimelineChart({ events, shifts, from, to, label }: Omit<TimelineProps, 'form'>) {
  const { zone } = useClock();
  const { ref, width } = useElementSize();
  const [chosen, setChosen] = useState<string>();
  const lanes = lanesOf(events);
  const scale = timeScale(from, to, width);
  const move = (by: number) => {
    const index = events.findIndex((event) => event.id === chosen);
    const next = index < 0 ? (by > 0 ? 0 : events.length - 1) : Math.min(events.length - 1, Math.max(0, index + by));
    setChosen(events[next]?.id);
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(by);
  };
  return (
    <Stack gap="xs">
      <div className={classes.frame}>
        <div className={classes.names} aria-hidden>
          {lanes.map((lane) => (
            <span key={lane} className={classes.name}>
              {laneWords[lane]}
            </span>
          ))}
        </div>
        <div
          ref={ref}
          className={classes.plot}
          role="group"
          tabIndex={0}
          aria-roledescription="timeline"
          aria-label={`${label}: ${counted(events.length, 'event')}. Left and right arrow keys move through them.`}
          onKeyDown={press}
        >
          {width === 0 ? null : (
            <Drawing events={events} shifts={shifts} lanes={lanes} scale={scale} zone={zone} chosen={chosen} onChoose={setChosen} />
          )}
        </div>
      </div>
      <Key shifts={width > 0 && showsShifts(scale)} />
      <EventLine event={events.find((event) => event.id === chosen)} />
    </Stack>
  );
}

function Key({ shifts }: { readonly shifts: boolean }) {
  const { zone } = useClock();
  return (
    <Group gap="xs" className={classes.key ?? ''} aria-hidden>
      <span>● counts</span>
      <span>○ does not</span>
      <span>▭ date only</span>
      <span>⊣ recorded late</span>
      <span>◎ amended</span>
      {shifts ? (
        <>
          <span>
            <i className={classes.shiftKey} /> shift
          </span>
          <span>
            <i className={classes.onCallKey} /> on call
          </span>
        </>
      ) : (
        <span>shifts are shaded over shorter spans</span>
      )}
      <span>days in {zone}</span>
    </Group>
  );
}

function TimelineTable({ events, label }: { readonly events: readonly TimelineEntryFragment[]; readonly label: string }) {
  const [only, setOnly] = useState(false);
  const rows = only ? events.filter((event) => event.evidence) : events;
  return (
    <Stack gap="xs">
      <Checkbox
        label="Only what counts"
        checked={only}
        onChange={(event) => {
          setOnly(event.currentTarget.checked);
        }}
      />
      <div className={classes.scroll} role="region" aria-label={label} tabIndex={0}>
        <Table stickyHeader miw={720}>
          <Table.Thead>
            <Table.Tr>
              {['When', 'Lane', 'What', 'How it is known'].map((head) => (
                <Table.Th key={head} scope="col">
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((event) => (
              <Table.Tr key={event.id}>
                <Table.Td>
                  <Moment at={event.occurredAt.at} zone={event.occurredAt.zone} precision={event.occurredAt.precision} />
                </Table.Td>
                <Table.Td>{laneWords[event.lane]}</Table.Td>
                <Table.Td>
                  <Text size="sm" fw={event.evidence ? 600 : 400}>
                    {event.label}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {detailWords(event)}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {marksOf(event).join(' · ')}
                  <Text size="xs" c="dimmed">
                    {event.source}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  );
}
