import { Text } from '@mantine/core';
import { PresentNote } from '../../frame/present-note';
import type { OverviewQuery } from '../../graphql/operations.generated';
import { Section } from '../../parts/section';
import { measured } from '../../parts/words';
import classes from './overview.module.css';

type Rate = OverviewQuery['overview']['departments'][number];

/** Alerts per 100 clinicians beside the range in which the middle half of all departments lies. The figures stand in words beside the picture. */
export function DepartmentRates({ departments }: { readonly departments: readonly Rate[] }) {
  const known = departments.filter((rate) => rate.per100 !== null);
  const most = Math.max(1, ...departments.map((rate) => Math.max(rate.per100 ?? 0, rate.peersHigh ?? 0)));
  const peers = known.find((rate) => rate.peersLow !== null && rate.peersHigh !== null);
  return (
    <Section title="By department, per 100 clinicians">
      <PresentNote />
      <Text size="sm" c="dimmed" mb="sm">
        Alerts known in the last 90 days.{' '}
        {peers === undefined
          ? 'Too few departments to compare.'
          : `Half of all departments lie between ${measured(peers.peersLow ?? 0)} and ${measured(peers.peersHigh ?? 0)} (grey).`}
      </Text>
      <div role="list">
        {departments.map((rate) => (
          <div key={rate.department} role="listitem" className={classes.rate}>
            <Text size="sm" truncate title={rate.department}>
              {rate.department}
            </Text>
            {rate.per100 === null ? (
              <Text size="sm" c="dimmed">
                {rate.suppressed ? 'withheld: fewer than five people' : 'no figure'}
              </Text>
            ) : (
              <div className={classes.track} aria-hidden>
                {rate.peersLow === null || rate.peersHigh === null ? null : (
                  <div
                    className={classes.peers}
                    style={{ left: `${(rate.peersLow / most) * 100}%`, width: `${((rate.peersHigh - rate.peersLow) / most) * 100}%` }}
                  />
                )}
                <div className={classes.value} style={{ left: `${(rate.per100 / most) * 100}%` }} />
              </div>
            )}
            <span className={classes.rateFigure}>{rate.per100 === null ? '' : measured(rate.per100)}</span>
          </div>
        ))}
      </div>
    </Section>
  );
}
