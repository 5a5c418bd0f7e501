import { List, Text } from '@mantine/core';
import { Moment } from '../../parts/moment';
import { Section } from '../../parts/section';
import type { AlertDetails } from './alert-details';

export function Recommendation({ alert, apart }: { readonly alert: AlertDetails; readonly apart: boolean }) {
  const { playbook } = alert;
  return (
    <Section title={apart ? 'What helps' : 'What the policy recommends'}>
      {playbook === null ? (
        <Text size="sm" c="dimmed">
          The policy names no playbook for this pattern.
        </Text>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            {playbook.title} (playbook {playbook.id})
          </Text>
          <List type="ordered" spacing={6}>
            {playbook.steps.map((step) => (
              <List.Item key={step}>{step}</List.Item>
            ))}
          </List>
        </>
      )}
      {alert.respondBy === null ? null : (
        <Text size="sm" mt="sm" c={alert.overdue ? 'var(--attention-text)' : 'dimmed'}>
          {alert.overdue ? 'A response was asked for by ' : 'The policy asks for a response by '}
          <Moment at={alert.respondBy} />.
        </Text>
      )}
    </Section>
  );
}
