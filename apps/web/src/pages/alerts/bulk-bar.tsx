import { Button, CloseButton, Group, Paper, Text } from '@mantine/core';
import { MOST_AT_ONCE } from '../../cases/use-case-commands';
import classes from './alerts.module.css';

interface BulkBarProps {
  readonly count: number;
  readonly busy: boolean;
  readonly onAcknowledge: () => void;
  readonly onAssign: () => void;
  readonly onClear: () => void;
}

/** Appears over the list when rows are chosen, and takes no room from it. */
export function BulkBar({ count, busy, onAcknowledge, onAssign, onClear }: BulkBarProps) {
  if (count === 0) return null;
  const tooMany = count > MOST_AT_ONCE;
  return (
    <Paper className={classes.bulk ?? ''} shadow="lg" withBorder p="xs" role="region" aria-label="Bulk actions">
      <Group gap="sm" wrap="nowrap">
        <Text size="sm" fw={600} style={{ whiteSpace: 'nowrap' }} aria-live="polite">
          {count} selected{tooMany ? `; at most ${MOST_AT_ONCE} at once` : ''}
        </Text>
        <Button onClick={onAcknowledge} loading={busy} disabled={tooMany}>
          Acknowledge
        </Button>
        <Button variant="default" onClick={onAssign} disabled={busy || tooMany}>
          Assign
        </Button>
        <CloseButton size="lg" aria-label="Clear the selection" onClick={onClear} />
      </Group>
    </Paper>
  );
}
