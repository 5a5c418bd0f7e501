import { NavLink, Stack } from '@mantine/core';
import { IconBell, IconDatabase, IconGift, IconLayoutDashboard, IconPill, IconStethoscope } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useMay } from '../session/session';

const pages = [
  { to: '/', label: 'Overview', icon: IconLayoutDashboard },
  { to: '/alerts', label: 'Alerts', icon: IconBell },
  { to: '/clinicians', label: 'Clinicians', icon: IconStethoscope },
  { to: '/gifts', label: 'Gifts', icon: IconGift },
  { to: '/prescribing', label: 'Prescribing', icon: IconPill },
  { to: '/sources', label: 'Sources', icon: IconDatabase },
] as const;

export function Navigation({ onNavigate }: { readonly onNavigate: () => void }) {
  // An administrator runs the platform and reads nobody's alerts.
  const mayRead = useMay('READ_ALERTS');
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <Stack gap={4} component="nav" aria-label="Pages">
      {pages
        .filter(({ to }) => mayRead || to === '/sources')
        .map(({ to, label, icon: Icon }) => {
          const here = to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
          return (
            <NavLink
              key={to}
              label={label}
              leftSection={<Icon size={20} stroke={1.6} aria-hidden />}
              active={here}
              aria-current={here ? 'page' : undefined}
              style={{ borderRadius: 8 }}
              onClick={onNavigate}
              renderRoot={(props) => <Link to={to} {...props} />}
            />
          );
        })}
    </Stack>
  );
}
