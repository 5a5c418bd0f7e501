import { Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { Moment } from '../../parts/moment';
import { PseudonymChip } from '../../parts/pseudonym-chip';
import { urgencyOf, urgencyWords } from '../../parts/urgency';
import { UrgencyMark } from '../../parts/urgency-mark';
import { outcomeWords, routeWords, stateWords, tierWords } from '../../parts/words';
import type { AlertDetails } from './alert-details';
import classes from './alert.module.css';

/** What it is, about whom, since when, known when, and by which version of what. */
export function AlertHead({
  alert,
  apart,
  actions,
}: {
  readonly alert: AlertDetails;
  readonly apart: boolean;
  readonly actions: ReactNode;
}) {
  useEffect(() => {
    document.title = `${alert.pattern.title}, ${alert.clinician.id} · Plumbline`;
  }, [alert.pattern.title, alert.clinician.id]);
  return (
    <header className={classes.head}>
      <Link to="/alerts" search={{ view: apart ? 'support' : undefined }} className={classes.back ?? ''}>
        <IconArrowLeft size={16} aria-hidden /> {apart ? 'Support and wellbeing' : 'Alerts'}
      </Link>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1} size="h2">
            {alert.pattern.title}
          </Title>
          <Group gap="xs" mt={4} style={{ columnGap: 16 }}>
            <UrgencyMark urgency={urgencyOf(alert)} />
            <Text size="sm" fw={600}>
              {apart ? routeWords[alert.route] : `Tier: ${tierWords[alert.tier]}`}
            </Text>
            {urgencyWords[urgencyOf(alert)] === stateWords[alert.state] ? null : <Text size="sm">{stateWords[alert.state]}</Text>}
            {alert.outcome === null ? null : <Text size="sm">Outcome: {outcomeWords[alert.outcome]}</Text>}
            <Text size="sm" c={alert.assignee === null ? 'dimmed' : undefined}>
              {alert.assignee === null ? 'Unassigned' : `Assigned to ${alert.assignee.name}`}
            </Text>
            {alert.snoozedUntil === null ? null : (
              <Text size="sm" c="dimmed">
                asleep until <Moment at={alert.snoozedUntil} /> at the latest
              </Text>
            )}
          </Group>
        </div>
        {actions}
      </Group>
      {alert.pendingOutcome === null ? null : (
        <Text size="sm" mt="xs" c="var(--attention-text)">
          {alert.pendingBy?.name ?? 'Somebody'} asks for the outcome “{outcomeWords[alert.pendingOutcome]}”. At this tier a second person
          has to agree.
        </Text>
      )}
      <Group gap="xs" mt="sm" className={classes.facts ?? ''}>
        <PseudonymChip id={alert.clinician.id} kind="clinician" />
        <Text size="sm" c="dimmed">
          {alert.specialty}, {alert.site}
        </Text>
        {alert.patient === null ? null : <PseudonymChip id={alert.patient} kind="patient" />}
        {alert.donor === null ? null : <PseudonymChip id={alert.donor} kind="donor" />}
        <Text size="sm" c="dimmed">
          first <Moment at={alert.startedAt.at} zone={alert.startedAt.zone} precision={alert.startedAt.precision} /> · known{' '}
          <Moment at={alert.knownAt} />
        </Text>
        <Text size="sm" c="dimmed">
          pattern {alert.pattern.id}, version {alert.patternVersion} · policy {alert.policy}, version {alert.policyVersion}
        </Text>
        <Text size="sm" c="dimmed">
          case <span className={classes.caseId}>{alert.id}</span>
        </Text>
      </Group>
    </header>
  );
}
