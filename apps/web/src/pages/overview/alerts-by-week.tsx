import { useMemo } from 'react';
import { useQuery } from 'urql';
import { AlertShapeDocument, type AlertFilter, type Domain, type OverviewQuery } from '../../graphql/operations.generated';
import { ChartSection } from '../../parts/chart/chart';
import { usePalette } from '../../parts/chart/palette';
import { stackedWeeks, type WeekCount } from '../../parts/chart/stacked-weeks';
import { dateWords } from '../../parts/event-time';
import { mondayOf } from '../../parts/mondays';
import { problemWords } from '../../parts/problem-words';
import { Section } from '../../parts/section';
import { Failed, Loading } from '../../parts/states';
import { domainWords, enumValue } from '../../parts/words';
import { wallClockOf } from '../../parts/wall-clock';
import { useClock } from '../../session/clock';

type Overview = OverviewQuery['overview'];

interface AlertsByWeekProps {
  readonly weeks: Overview['alertsByWeek'];
  readonly changes: Overview['policyChanges'];
}

/** As the page counts them now: all that are under review and not withdrawn. */
const UNDER_REVIEW: AlertFilter = { routes: ['REVIEW'], states: ['NEW', 'GOT_WORSE', 'ACKNOWLEDGED', 'IN_WORK', 'SNOOZED', 'RESOLVED'] };
const WEEK = 7 * 86_400_000;

export function AlertsByWeek({ weeks, changes }: AlertsByWeekProps) {
  const counts = useMemo(
    () => weeks.flatMap(({ weekOf, counts: domains }) => domains.map(({ domain, alerts }) => ({ weekOf, stack: domain, alerts }))),
    [weeks],
  );
  const axis = useMemo(() => weeks.map(({ weekOf }) => weekOf), [weeks]);
  return <Weeks counts={counts} axis={axis} changes={changes} words={`${weeks.length} weeks`} />;
}

/** The same as it could be known at an earlier moment; policies that were activated later are left out. */
export function AlertsByWeekThen({ weeks, changes, asOf }: AlertsByWeekProps & { readonly asOf: string }) {
  const { zone } = useClock();
  const variables = { filter: UNDER_REVIEW, stackBy: 'DOMAIN', weeks: weeks.length, asOf } as const;
  const [{ data, error }, again] = useQuery({ query: AlertShapeDocument, variables });
  const words = `${weeks.length} weeks up to ${dateWords(asOf, zone)}`;
  const counts = useMemo(
    () => (data?.alertHistogram ?? []).map((bar) => ({ ...bar, stack: enumValue(domainWords, bar.stack) ?? bar.stack })),
    [data],
  );
  const axis = useMemo(
    () => weeks.map((_, back) => mondayOf(wallClockOf(Date.parse(asOf) - back * WEEK, zone).slice(0, 10))),
    [weeks, asOf, zone],
  );
  const before = useMemo(() => changes.filter(({ at }) => Date.parse(at) <= Date.parse(asOf)), [changes, asOf]);
  if (data === undefined)
    return (
      <Section title={`Alerts per week by domain, ${words}`}>
        {error === undefined ? (
          <Loading rows={1} height={264} />
        ) : (
          <Failed what="The weeks of then could not be loaded." why={problemWords(error)} retry={again} />
        )}
      </Section>
    );
  return <Weeks counts={counts} axis={axis} changes={before} words={words} />;
}

interface WeeksProps {
  readonly counts: readonly WeekCount[];
  /** Mondays. */
  readonly axis: readonly string[];
  readonly changes: Overview['policyChanges'];
  /** Which weeks these are. */
  readonly words: string;
}

function Weeks({ counts, axis, changes, words }: WeeksProps) {
  const palette = usePalette();
  const { zone } = useClock();
  const drawn = useMemo(() => {
    const marks = changes.map(({ at, version }) => ({ weekOf: mondayOf(wallClockOf(at, zone).slice(0, 10)), words: `policy ${version}` }));
    return stackedWeeks(counts, axis, (domain) => domainWords[domain as Domain], palette, marks);
  }, [counts, axis, changes, palette, zone]);
  const total = counts.reduce((sum, { alerts }) => sum + alerts, 0);
  return (
    <ChartSection
      {...drawn}
      title={`Alerts per week by domain, ${words}`}
      height={264}
      label={`Alerts per week by domain over ${words}, ${total} in all`}
    />
  );
}
