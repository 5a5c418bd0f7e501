import { List, Stack, Text } from '@mantine/core';
import { Moment } from '../../parts/moment';
import { Section } from '../../parts/section';
import { Slope } from '../../parts/slope';
import { codeWords, counted, findingStatusWords, tierWords } from '../../parts/words';
import type { AlertDetails } from './alert-details';
import { OtherFindings } from './other-findings';
import { protectiveFactors } from './protective';

/** What stands beside the finding: other findings, what speaks for the clinician, and what nobody can say. */
export function Around({ alert, apart }: { readonly alert: AlertDetails; readonly apart: boolean }) {
  const factors = protectiveFactors(alert.surroundings);
  return (
    <Stack gap="md">
      {/* Support is never mixed with what is under review. */}
      {apart ? null : (
        <Section title={alert.patient === null ? 'Other findings about this clinician' : 'Other findings of this dyad'}>
          <Stack gap="md">
            {alert.stages.length === 0 ? null : <Slope stages={alert.stages} />}
            <OtherFindings findings={alert.otherFindings} />
          </Stack>
        </Section>
      )}
      {apart ? null : (
        <Section title="What speaks for the clinician">
          {factors.length === 0 ? (
            <Text size="sm" c="dimmed">
              The records show no redirect, declined gift, exception, declared role, transfer or same-day note. The clinician’s own account
              may.
            </Text>
          ) : (
            <List size="sm" spacing={4}>
              {factors.map((factor) => (
                <List.Item key={factor}>{factor}</List.Item>
              ))}
            </List>
          )}
        </Section>
      )}
      <Section title="What is undetermined">
        {alert.undetermined.length === 0 ? (
          <Text size="sm" c="dimmed">
            Every pattern can be judged for this clinician.
          </Text>
        ) : (
          <List size="sm" spacing={4}>
            {alert.undetermined.map((each) => (
              <List.Item key={`${each.pattern.id} ${each.because} ${each.patient ?? ''}`}>
                {each.pattern.title}: {each.because}, since <Moment at={each.since} short />
              </List.Item>
            ))}
          </List>
        )}
      </Section>
    </Stack>
  );
}

/** How the finding came to be what it is, and who was told about it. */
export function Record({ alert, apart }: { readonly alert: AlertDetails; readonly apart: boolean }) {
  return (
    <>
      <Section title="How the finding came to be">
        <List size="sm" spacing={6}>
          {alert.revisions.map((revision) => (
            <List.Item key={revision.revision}>
              {findingStatusWords[revision.status]} with {counted(revision.evidenceCount, 'event')}
              {apart ? '' : `, tier “${tierWords[revision.tier]}”`}; known <Moment at={revision.knownAt} />
            </List.Item>
          ))}
        </List>
      </Section>
      {alert.deliveries.length === 0 ? null : (
        <Section title="Who was told">
          <List size="sm" spacing={4}>
            {alert.deliveries.map((delivery) => (
              <List.Item key={`${delivery.notification} ${delivery.attempt}`}>
                {codeWords(delivery.route)} by {codeWords(delivery.transport)}, attempt {delivery.attempt}: {codeWords(delivery.outcome)}
                {delivery.problem === null || delivery.problem === '' ? '' : ` (${delivery.problem})`}, <Moment at={delivery.at} />
              </List.Item>
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
