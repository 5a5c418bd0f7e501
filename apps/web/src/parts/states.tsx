import { Alert, Button, Center, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle, IconClockPause, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** It stands in place of a whole page, whose first heading it then is. */
  readonly page?: boolean;
}

/** Nothing to show, and why: an empty list must never be mistaken for calm. */
export function Empty({ title, children, action, page = false }: EmptyProps) {
  return (
    <Center py="xl" px="md">
      <Stack gap="xs" align="center" maw={480}>
        <Title order={page ? 1 : 3} size="h4" ta="center">
          {title}
        </Title>
        {children === undefined ? null : (
          <Text c="dimmed" ta="center" component="div">
            {children}
          </Text>
        )}
        {action}
      </Stack>
    </Center>
  );
}

/** Grey shapes of the size of what will come, so that nothing jumps when it does. */
export function Loading({
  rows = 6,
  height = 24,
  label = 'Loading',
}: {
  readonly rows?: number;
  readonly height?: number;
  readonly label?: string;
}) {
  return (
    <Stack gap="sm" role="status" aria-label={label} aria-busy="true">
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} width={row % 3 === 2 ? '72%' : '100%'} />
      ))}
    </Stack>
  );
}

interface FailedProps {
  /** What could not be shown, such as `The alerts could not be loaded.` */
  readonly what: string;
  readonly why?: string | undefined;
  readonly retry?: (() => void) | undefined;
}

export function Failed({ what, why, retry }: FailedProps) {
  return (
    <Alert color="ochre" variant="light" icon={<IconAlertCircle aria-hidden />} title={what} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{why ?? 'The platform did not answer. What you saw before is unchanged.'}</Text>
        {retry === undefined ? null : (
          <Button size="compact-md" variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={retry}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Old content stays, and says that it is old. */
export function Stale({ children }: { readonly children: ReactNode }) {
  return (
    <Group gap="xs" wrap="nowrap" c="var(--attention-text)" role="status">
      <IconClockPause size={16} aria-hidden />
      <Text size="sm">{children}</Text>
    </Group>
  );
}
