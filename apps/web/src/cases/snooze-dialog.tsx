import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { momentWords } from '../parts/event-time';
import { useClock } from '../session/clock';
import { CommandDialog } from './command-dialog';

const DAY = 86_400_000;
const lengths = [
  { value: '', label: 'Until it gets worse' },
  { value: '7', label: 'Until it gets worse, a week at most' },
  { value: '30', label: 'Until it gets worse, 30 days at most' },
] as const;

interface SnoozeDialogProps {
  readonly onClose: () => void;
  /** An instant (ISO, UTC), or undefined for as long as it does not get worse. */
  readonly onSnooze: (until: string | undefined) => void;
}

export function SnoozeDialog({ onClose, onSnooze }: SnoozeDialogProps) {
  const { now, zone } = useClock();
  const [days, setDays] = useState('');
  const until = days === '' ? undefined : new Date(now() + Number(days) * DAY).toISOString();
  return (
    <CommandDialog
      title="Snooze until worse"
      verb="Snooze"
      onClose={onClose}
      onSubmit={() => {
        onSnooze(until);
      }}
    >
      <Radio.Group label="How long" value={days} onChange={setDays}>
        <Stack gap="xs" mt="xs">
          {lengths.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm" c="dimmed">
        {until === undefined ? 'More evidence or a higher tier wakes it.' : `It wakes at ${momentWords(until, zone)} at the latest.`}
      </Text>
    </CommandDialog>
  );
}
