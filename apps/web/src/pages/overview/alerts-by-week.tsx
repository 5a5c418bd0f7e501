import { useMemo } from 'react';
import type { Domain, OverviewQuery } from '../../graphql/operations.generated';
import { ChartSection } from '../../parts/chart/chart';
import { usePalette } from '../../parts/chart/palette';
import { stackedWeeks } from '../../parts/chart/stacked-weeks';
import { mondayOf } from '../../parts/mondays';
import { domainWords } from '../../parts/words';
import { wallClockOf } from '../../parts/wall-clock';
import { useClock } from '../../session/clock';

type Overview = OverviewQuery['overview'];

export function AlertsByWeek({
  weeks,
  changes,
}: {
  readonly weeks: Overview['alertsByWeek'];
  readonly changes: Overview['policyChanges'];
}) {
  const palette = usePalette();
  const { zone } = useClock();
  const drawn = useMemo(() => {
    const counts = weeks.flatMap(({ weekOf, counts: domains }) => domains.map(({ domain, alerts }) => ({ weekOf, stack: domain, alerts })));
    const marks = changes.map(({ at, version }) => ({ weekOf: mondayOf(wallClockOf(at, zone).slice(0, 10)), words: `policy ${version}` }));
    return stackedWeeks(
      counts,
      weeks.map(({ weekOf }) => weekOf),
      (domain) => domainWords[domain as Domain],
      palette,
      marks,
    );
  }, [weeks, changes, palette, zone]);
  const total = weeks.reduce((sum, week) => sum + week.counts.reduce((inner, count) => inner + count.alerts, 0), 0);
  return (
    <ChartSection
      {...drawn}
      title={`Alerts per week by domain, ${weeks.length} weeks`}
      height={264}
      label={`Alerts per week by domain over ${weeks.length} weeks, ${total} in all`}
    />
  );
}
