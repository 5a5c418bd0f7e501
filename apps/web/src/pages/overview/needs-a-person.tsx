import { Button, Card, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconArrowRight } from '@tabler/icons-react';
import { PresentNote } from '../../frame/present-note';
import type { OverviewQuery } from '../../graphql/operations.generated';
import { wholeNumber } from '../../parts/words';
import type { AlertSearch } from '../alerts/alert-search';
import classes from './overview.module.css';

type Needs = OverviewQuery['overview']['needsAPerson'];

interface Wait {
  readonly count: number;
  readonly words: string;
  readonly search: AlertSearch;
  readonly pressing?: boolean;
}

/** The first line of the day: what waits for a person, each figure a link to exactly these alerts. */
export function NeedsAPerson({ needs }: { readonly needs: Needs }) {
  const waits: readonly Wait[] = [
    { count: needs.new, words: 'new', search: { state: ['NEW'] } },
    { count: needs.gotWorse, words: 'got worse', search: { view: 'worse' } },
    { count: needs.pastResponseTime, words: 'past their response time', search: { overdue: true }, pressing: true },
    { count: needs.unassigned, words: 'unassigned', search: { view: 'unassigned' } },
    { count: needs.mine, words: 'mine', search: { view: 'mine' } },
  ];
  const quiet = needs.new + needs.gotWorse + needs.pastResponseTime === 0;
  return (
    <Card component="section" aria-labelledby="needs-a-person" padding="lg">
      <Group justify="space-between" gap="md">
        <div>
          <Title order={2} size="h4" id="needs-a-person">
            {quiet ? 'Nobody is waiting for an answer' : 'Needs a person today'}
          </Title>
          <PresentNote />
          <ul className={classes.waits}>
            {waits.map(({ count, words, search, pressing }) => (
              <li key={words}>
                <Link to="/alerts" search={search} className={classes.wait} data-pressing={pressing === true && count > 0}>
                  <span className={classes.count}>{wholeNumber(count)}</span> {words}
                </Link>
              </li>
            ))}
          </ul>
        </div>
        <Button rightSection={<IconArrowRight size={18} aria-hidden />} renderRoot={(props) => <Link to="/alerts" {...props} />}>
          Open inbox
        </Button>
      </Group>
      {needs.support === 0 ? null : (
        <Text size="sm" mt="md" className={classes.support}>
          <Link to="/alerts" search={{ view: 'support' }}>
            {wholeNumber(needs.support)} {needs.support === 1 ? 'clinician waits' : 'requests wait'} for support.
          </Link>{' '}
          They stand apart and count against nobody.
        </Text>
      )}
    </Card>
  );
}
