import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { dateWords } from '../parts/event-time';
import { instantOfWallClock, wallClockOf } from '../parts/wall-clock';
import { useClock } from '../session/clock';
import { useAsOf } from './as-of';

/** "Now" unless an earlier moment is set; what is shown then is what could be known at that moment. */
export function AsOfControl() {
  const { asOf, setAsOf } = useAsOf();
  const { zone } = useClock();
  const [opened, setOpened] = useState(false);
  const [wallClock, setWallClock] = useState<string | null>(asOf === undefined ? null : wallClockOf(asOf, zone));
  const label = asOf === undefined ? 'As of now' : `As of ${dateWords(asOf, zone)}`;
  const apply = (instant: string | undefined) => {
    setOpened(false);
    setAsOf(instant);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-end" shadow="md" withinPortal>
      <Popover.Target>
        <Button
          variant={asOf === undefined ? 'default' : 'light'}
          color={asOf === undefined ? undefined : 'ochre'}
          leftSection={<IconHistory size={18} aria-hidden />}
          onClick={() => {
            setOpened((open) => !open);
          }}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm" maw={320}>
          <DateTimePicker
            label={`Show what was known at (${zone})`}
            value={wallClock}
            onChange={setWallClock}
            maxDate={new Date()}
            valueFormat="D MMM YYYY, HH:mm"
            placeholder="Choose a moment"
            popoverProps={{ withinPortal: false }}
            clearable
          />
          <Text size="sm" c="dimmed">
            Alerts, clinicians and timelines then show only what had been recorded by that moment.
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button
              variant="default"
              onClick={() => {
                apply(undefined);
              }}
            >
              Now
            </Button>
            <Button
              disabled={wallClock === null}
              onClick={() => {
                if (wallClock !== null) apply(instantOfWallClock(wallClock, zone));
              }}
            >
              Show
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
