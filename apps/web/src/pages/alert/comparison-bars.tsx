import { Text } from '@mantine/core';
import type { ComparedAgainst } from '../../graphql/operations.generated';
import { compared, peerLimit } from '../../parts/words';
import type { AlertDetails } from './alert-details';
import classes from './alert.module.css';

type Comparison = AlertDetails['comparisons'][number];

const limitWords: Readonly<Record<ComparedAgainst, (comparison: Comparison) => string>> = {
  THRESHOLD: ({ limit }) => `threshold ${compared(limit)}`,
  OWN_PAST: ({ limit }) => `own past ${compared(limit)}`,
  PEERS: ({ limit, peers, among }) =>
    `95 of 100 peers ${peerLimit(limit)} or less${among === null ? '' : `, ${among}`}${peers === null ? '' : ` (${peers} colleagues)`}`,
};

/** The value beside what it was compared with, one line for each comparison. Every figure stands in words beside its bar. */
export function ComparisonBars({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  return (
    <div role="list" className={classes.comparisons}>
      {comparisons.map((comparison) => {
        const end = Math.max(comparison.value, comparison.limit) * 1.1 || 1;
        return (
          <div role="listitem" key={comparison.against} className={classes.comparison}>
            <div className={classes.bar} aria-hidden>
              <div className={classes.barValue} style={{ width: `${(comparison.value / end) * 100}%` }} />
              <div className={classes.barLimit} style={{ left: `${(comparison.limit / end) * 100}%` }} />
            </div>
            <Text size="sm">
              <strong>{compared(comparison.value)}</strong> │ {limitWords[comparison.against](comparison)}
            </Text>
          </div>
        );
      })}
    </div>
  );
}
