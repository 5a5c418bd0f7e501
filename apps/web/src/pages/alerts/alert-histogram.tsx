import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import type { AlertShapeQuery, AlertStack } from '../../graphql/operations.generated';
import { ChartSection } from '../../parts/chart/chart';
import { usePalette } from '../../parts/chart/palette';
import { stackedWeeks } from '../../parts/chart/stacked-weeks';
import { mondayOf } from '../../parts/mondays';
import { domainWords, enumValue, stackWords, stateWords, tierWords } from '../../parts/words';
import { wallClockOf } from '../../parts/wall-clock';
import { useClock } from '../../session/clock';
import { usePatternTitle } from '../../session/session';

const offered: readonly AlertStack[] = ['PATTERN', 'DEPARTMENT', 'TIER'];
const WEEK = 7 * 86_400_000;

function wordOf<Value extends string>(words: Readonly<Record<Value, string>>): (stored: string) => string {
  return (stored) => {
    const value = enumValue(words, stored);
    return value === undefined ? stored : words[value];
  };
}

function nameOf(stackBy: AlertStack, titleOf: (id: string) => string): (value: string) => string {
  const names: Readonly<Record<AlertStack, (value: string) => string>> = {
    PATTERN: titleOf,
    DEPARTMENT: (value) => value,
    TIER: wordOf(tierWords),
    DOMAIN: wordOf(domainWords),
    STATE: wordOf(stateWords),
  };
  return names[stackBy];
}

interface AlertHistogramProps {
  readonly bars: AlertShapeQuery['alertHistogram'];
  readonly stackBy: AlertStack;
  readonly weeks: number;
  /** The last moment of the axis; now unless an earlier one is looked at. */
  readonly until: number;
  readonly onStackBy: (stack: AlertStack) => void;
}

/** When the alerts of this view became known. It obeys the same filters as the list below it. */
export function AlertHistogram({ bars, stackBy, weeks, until, onStackBy }: AlertHistogramProps) {
  const palette = usePalette();
  const small = useMediaQuery('(max-width: 48em)');
  const titleOf = usePatternTitle();
  const { zone } = useClock();
  const drawn = useMemo(() => {
    const axis = Array.from({ length: weeks }, (_, back) => mondayOf(wallClockOf(until - back * WEEK, zone).slice(0, 10)));
    return stackedWeeks(bars, [...axis, ...bars.map(({ weekOf }) => weekOf)], nameOf(stackBy, titleOf), palette);
  }, [bars, stackBy, weeks, until, palette, titleOf, zone]);
  const total = bars.reduce((sum, bar) => sum + bar.alerts, 0);
  return (
    <ChartSection
      {...drawn}
      title="By week known"
      height={152}
      // On a phone the list comes first.
      folded={small}
      label={`Alerts by the week in which they became known, by ${stackWords[stackBy].toLowerCase()}; ${total} in ${weeks} weeks`}
      aside={
        <SegmentedControl
          size="xs"
          aria-label="Stack by"
          value={stackBy}
          data={offered.map((value) => ({ value, label: stackWords[value] }))}
          onChange={onStackBy}
        />
      }
    />
  );
}
