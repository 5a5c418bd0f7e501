import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { FindingRowFragment } from '../../graphql/operations.generated';
import { Moment } from '../../parts/moment';
import { findingStatusWords } from '../../parts/words';

/** The sentences begin with the pattern's title, which stands above them already. */
function withoutTitle({ reason, pattern }: FindingRowFragment): string {
  const opening = `${pattern.title}. `;
  return reason.startsWith(opening) ? reason.slice(opening.length) : reason;
}

/** Findings beside this one, whether or not the policy made an alert of them. */
export function OtherFindings({ findings }: { readonly findings: readonly FindingRowFragment[] }) {
  if (findings.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        No other finding.
      </Text>
    );
  }
  return (
    <Stack gap="sm" component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {findings.map((finding) => (
        <li key={finding.id}>
          <Text size="sm" fw={600}>
            {finding.alertId === null ? (
              finding.pattern.title
            ) : (
              <Link to="/alerts/$alertId" params={{ alertId: finding.alertId }}>
                {finding.pattern.title}
              </Link>
            )}
          </Text>
          <Text size="sm">{withoutTitle(finding)}</Text>
          <Text size="sm" c="dimmed">
            since <Moment at={finding.startedAt.at} zone={finding.startedAt.zone} precision={finding.startedAt.precision} short />
            {finding.status === 'RAISED' ? '' : ` · ${findingStatusWords[finding.status].toLowerCase()}`}
            {finding.alertId === null ? ' · below what the policy sends to people' : ''}
          </Text>
        </li>
      ))}
    </Stack>
  );
}
