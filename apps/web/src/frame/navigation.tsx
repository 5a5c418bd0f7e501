import { NavLink, Stack } from '@mantine/core';
import { IconBell, IconDatabase, IconGift, IconLayoutDashboard, IconPill, IconStethoscope } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';

const pages = [
  { to: '/', label: 'Overview', icon: IconLayoutDashboard },
  { to: '/alerts', label: 'Alerts', icon: IconBell },
  { to: '/clinicians', label: 'Clinicians', icon: IconStethoscope },
  { to: '/gifts', label: 'Gifts', icon: IconGift },
  { to: '/prescribing', label: 'Prescribing', icon: IconPill },
  { to: '/sources', label: 'Sources', icon: IconDatabase },
] as const;

export function Navigation({ onNavigate }: { readonly onNavigate: () => void }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <Stack gap={4} component="nav" aria-label="Pages">
      {pages.map(({ to, label, icon: Icon }) => {
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
