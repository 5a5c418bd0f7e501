import { Button, Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useRouterState } from '@tanstack/react-router';
import { momentWords } from '../parts/event-time';
import { useClock } from '../session/clock';
import { useAsOf } from './as-of';

/** Pages that show the present, all or most of it, and say so at each figure; the others read only what was known. */
const PRESENT = /^\/(sources.*)?$/;

/** Nobody may mistake the past for the present: the banner stays in sight as long as a past moment is shown. */
export function AsOfBanner() {
  const { asOf, setAsOf } = useAsOf();
  const { zone } = useClock();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  if (asOf === undefined) return null;
  return (
    <Group
      role="status"
      justify="space-between"
      gap="sm"
      px="md"
      py="xs"
      mb="md"
      bg="var(--attention-soft)"
      c="var(--attention-text)"
      style={{ borderRadius: 12, border: '1px solid var(--attention-mark)' }}
    >
      <Group gap="xs" wrap="nowrap">
        <IconHistory size={20} aria-hidden style={{ flex: 'none' }} />
        <Text size="sm">
          {PRESENT.test(path) ? (
            <>
              <strong>This page shows the present where it says so.</strong> Everything else is what was known on {momentWords(asOf, zone)}.
            </>
          ) : (
            <>
              <strong>What was known on {momentWords(asOf, zone)}.</strong> Later records are left out, and nothing can be changed here.
            </>
          )}
        </Text>
      </Group>
      <Button
        size="compact-md"
        variant="default"
        onClick={() => {
          setAsOf(undefined);
        }}
      >
        Back to now
      </Button>
    </Group>
  );
}
