import { ActionIcon, Menu, SegmentedControl, Stack, Text, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { roleWords } from '../parts/words';
import { useSession } from '../session/session';

const schemes = [
  { value: 'auto', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const satisfies readonly { value: MantineColorScheme; label: string }[];

/** Who is signed in, in which role, for which departments. */
export function PersonWords() {
  const { viewer } = useSession();
  const scope = viewer.departments === null ? 'all departments' : viewer.departments.join(', ');
  return (
    <Stack gap={0}>
      <Text size="sm" fw={600}>
        {viewer.name}
      </Text>
      <Text size="sm" c="dimmed">
        {viewer.roles.map((role) => roleWords[role]).join(', ')} · {scope}
      </Text>
    </Stack>
  );
}

export function PersonMenu() {
  const { signOut } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" shadow="md" width={280}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Person and appearance">
          <IconUserCircle size={24} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Stack gap="xs" p="xs">
          <PersonWords />
          <SegmentedControl
            fullWidth
            aria-label="Appearance"
            data={[...schemes]}
            value={colorScheme}
            onChange={(value) => {
              setColorScheme(value);
            }}
          />
        </Stack>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={signOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
