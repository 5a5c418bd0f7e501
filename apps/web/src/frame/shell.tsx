import { AppShell, Box, Burger, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { useSession } from '../session/session';
import { AsOfBanner } from './as-of-banner';
import { AsOfControl } from './as-of-control';
import { Brand } from './brand';
import { FreshnessLine } from './freshness-line';
import { Navigation } from './navigation';
import { PersonMenu, PersonWords } from './person-menu';
import { SearchBox } from './search-box';
import { ShortcutHelp } from './shortcut-help';
import { useShortcuts } from './shortcuts';
import { isFresh, useFreshness } from './use-freshness';

/** What stands around every page. */
export function Shell() {
  const { viewer } = useSession();
  const freshness = useFreshness();
  const [menu, { toggle, close }] = useDisclosure(false);
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure(false);
  useShortcuts({ '?': openHelp });
  return (
    <AppShell
      header={{ height: 64 }}
      navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !menu } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <AppShell.Header>
        <Group h="100%" px={{ base: 'sm', sm: 'md' }} gap="sm" wrap="nowrap">
          <Burger opened={menu} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={menu ? 'Close the menu' : 'Open the menu'} />
          <Box visibleFrom="sm" w={192}>
            <Brand />
          </Box>
          <SearchBox onChosen={close} />
          <Group gap="sm" ml="auto" wrap="nowrap">
            <Box visibleFrom="lg">
              <FreshnessLine {...freshness} />
            </Box>
            <Box visibleFrom="sm">
              <AsOfControl />
            </Box>
            <PersonMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm">
        <Stack justify="space-between" h="100%">
          <Navigation onNavigate={close} />
          <Stack gap="sm">
            <Box hiddenFrom="lg">
              <FreshnessLine {...freshness} />
            </Box>
            <Box hiddenFrom="sm">
              <AsOfControl />
            </Box>
            <PersonWords />
            {viewer.demonstration ? (
              <Text size="sm" c="dimmed">
                Demonstration. The hospital that comes with it is simulated; nobody in it is real.
              </Text>
            ) : null}
          </Stack>
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Box maw={1440} mx="auto">
          <AsOfBanner />
          {isFresh(freshness) ? null : (
            <Box hiddenFrom="lg" mb="sm">
              <FreshnessLine {...freshness} />
            </Box>
          )}
          <Outlet />
        </Box>
      </AppShell.Main>
      <ShortcutHelp opened={help} onClose={closeHelp} />
    </AppShell>
  );
}
