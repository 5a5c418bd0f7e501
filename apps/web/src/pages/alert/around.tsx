import { List, Stack, Text } from '@mantine/core';
import { Moment } from '../../parts/moment';
import { Section } from '../../parts/section';
import { Slope } from '../../parts/slope';
import { Undetermined } from '../../parts/undetermined';
import { codeWords, counted, findingStatusWords, tierWords } from '../../parts/words';
import type { AlertDetails } from './alert-details';
import { OtherFindings } from './other-findings';
import { protectiveWords } from './protective-words';

/** What stands beside the finding: other findings, what speaks for the clinician, and what nobody can say. */
export function Around({ alert, apart }: { readonly alert: AlertDetails; readonly apart: boolean }) {
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
          {alert.protectiveFactors.length === 0 ? (
            <Text size="sm" c="dimmed">
              The records show no redirect, declined gift, exception, declared role, transfer or same-day note. The clinician’s own account
              may.
            </Text>
          ) : (
            <List size="sm" spacing={4}>
              {alert.protectiveFactors.map(({ kind, events }) => (
                <List.Item key={kind}>{protectiveWords(kind, events)}</List.Item>
              ))}
            </List>
          )}
        </Section>
      )}
      <Section title="What is undetermined">
        <Undetermined patterns={alert.undetermined} />
      </Section>
    </Stack>
  );
}

type Revision = AlertDetails['revisions'][number];

/** Revisions after each other that say the same are one line: only what changed is worth a line of its own. */
function alikeTogether(
  revisions: readonly Revision[],
): readonly { readonly first: Revision; readonly last: Revision; readonly times: number }[] {
  const groups: { first: Revision; last: Revision; times: number }[] = [];
  for (const revision of revisions) {
    const before = groups.at(-1);
    const alike =
      before?.first.status === revision.status &&
      before.first.evidenceCount === revision.evidenceCount &&
      before.first.tier === revision.tier;
    if (before !== undefined && alike) {
      before.last = revision;
      before.times += 1;
    } else groups.push({ first: revision, last: revision, times: 1 });
  }
  return groups;
}

/** How the finding came to be what it is, and who was told about it. */
export function Record({ alert, apart }: { readonly alert: AlertDetails; readonly apart: boolean }) {
  return (
    <>
      <Section title="How the finding came to be">
        <List size="sm" spacing={6}>
          {alikeTogether(alert.revisions).map(({ first, last, times }) => (
            <List.Item key={first.revision}>
              {findingStatusWords[first.status]} {times === 1 ? '' : `${times} times `}with {counted(first.evidenceCount, 'event')}
              {apart ? '' : `, tier “${tierWords[first.tier]}”`}; known <Moment at={first.knownAt} />
              {times === 1 ? null : (
                <>
                  {' '}
                  to <Moment at={last.knownAt} />
                </>
              )}
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
