import { Group, Text } from '@mantine/core';

/** The plumb bob: a line that shows how far a wall has drifted. */
export function Brand() {
  return (
    <Group gap="xs" wrap="nowrap">
      <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden>
        <rect width="32" height="32" rx="7" fill="var(--mantine-color-plumb-8)" />
        <path d="M16 4v13" stroke="#fff" strokeWidth="2" strokeLinecap="round" />
        <path d="M11.5 16.5h9l-1.6 6.2L16 28l-2.9-5.3z" fill="#fff" />
      </svg>
      <Text fw={650} size="lg" style={{ letterSpacing: '-0.01em' }}>
        Plumbline
      </Text>
    </Group>
  );
}
