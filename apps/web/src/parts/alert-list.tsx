import { Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AlertRowFragment } from '../graphql/operations.generated';
import { Moment } from './moment';
import { PseudonymChip } from './pseudonym-chip';
import { urgencyOf } from './urgency';
import { UrgencyMark } from './urgency-mark';
import { outcomeWords, routeWords, tierWords } from './words';

/** A short list of alerts on a page about somebody; the inbox is the place for long ones. */
export function AlertList({ alerts }: { readonly alerts: readonly AlertRowFragment[] }) {
  return (
    <Stack gap="sm" component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {alerts.map((alert) => (
        <li key={alert.id}>
          <Group gap="xs" style={{ columnGap: 12 }}>
            <Link to="/alerts/$alertId" params={{ alertId: alert.id }} style={{ fontWeight: 600 }}>
              {alert.pattern.title}
            </Link>
            <UrgencyMark urgency={urgencyOf(alert)} />
            {alert.outcome === null ? null : <Text size="sm">{outcomeWords[alert.outcome]}</Text>}
          </Group>
          <Group gap="xs" c="dimmed" style={{ columnGap: 12 }}>
            <Text size="sm">{alert.route === 'REVIEW' ? tierWords[alert.tier] : routeWords[alert.route]}</Text>
            <Text size="sm">
              since <Moment at={alert.startedAt.at} zone={alert.startedAt.zone} precision={alert.startedAt.precision} short />
            </Text>
            {alert.patient === null ? null : <PseudonymChip id={alert.patient} kind="patient" />}
          </Group>
        </li>
      ))}
    </Stack>
  );
}
