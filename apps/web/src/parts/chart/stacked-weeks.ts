import type { EChartsCoreOption } from 'echarts/core';
import { shortDateWords } from '../event-time';
import type { TableBehind } from './chart';
import type { Palette } from './palette';

/** How many alerts a week has of one value of what the bars are stacked by. */
export interface WeekCount {
  /** Monday of the week, `2026-03-02`. */
  readonly weekOf: string;
  readonly stack: string;
  readonly alerts: number;
}

export interface WeekMark {
  readonly weekOf: string;
  readonly words: string;
}

const MOST = 5;
const OTHERS = 'Others';
const WEEK = 7 * 86_400_000;

/** All Mondays from the first to the last, so that a week without alerts keeps its place on the axis. */
function mondays(weeks: readonly string[]): readonly string[] {
  const instants = weeks.map((week) => Date.parse(week));
  if (instants.length === 0) return [];
  const all: string[] = [];
  for (let at = Math.min(...instants); at <= Math.max(...instants); at += WEEK) all.push(new Date(at).toISOString().slice(0, 10));
  return all;
}

/** The stacks by size, at most five; where there are more, the fifth holds all the rest. */
function stacksOf(counts: readonly WeekCount[]): readonly string[] {
  const totals = new Map<string, number>();
  for (const { stack, alerts } of counts) totals.set(stack, (totals.get(stack) ?? 0) + alerts);
  const bySize = [...totals].sort(([a, left], [b, right]) => right - left || a.localeCompare(b)).map(([stack]) => stack);
  return bySize.length <= MOST ? bySize : bySize.slice(0, MOST - 1);
}

/** Bars of weeks, stacked, with the words, the legend and the table that belong to them. */
export function stackedWeeks(
  counts: readonly WeekCount[],
  allWeeks: readonly string[],
  nameOf: (stack: string) => string,
  palette: Palette,
  marks: readonly WeekMark[] = [],
) {
  const weeks = mondays(allWeeks);
  const stacks = stacksOf(counts);
  const shown = counts.some(({ stack }) => !stacks.includes(stack)) ? [...stacks, OTHERS] : stacks;
  const cell = (week: string, stack: string) =>
    counts
      .filter((count) => count.weekOf === week && (stack === OTHERS ? !stacks.includes(count.stack) : count.stack === stack))
      .reduce((sum, count) => sum + count.alerts, 0);
  const names = shown.map((stack) => (stack === OTHERS ? OTHERS : nameOf(stack)));
  const colours = shown.map((stack, index) => (stack === OTHERS ? palette.series[4] : (palette.series[index] ?? palette.series[4])));
  const words = weeks.map((week) => shortDateWords(week, 'UTC'));
  const option: EChartsCoreOption = {
    grid: { left: 4, right: 8, top: marks.length > 0 ? 24 : 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.text },
    },
    xAxis: {
      type: 'category',
      data: words,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.dimmed, hideOverlap: true, interval: weeks.length > 12 ? 1 : 0 },
    },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.dimmed } },
    series: shown.map((stack, index) => ({
      name: names[index],
      type: 'bar',
      stack: 'alerts',
      barCategoryGap: '28%',
      itemStyle: { color: colours[index], borderColor: palette.surface, borderWidth: 0.5 },
      emphasis: { disabled: true },
      data: weeks.map((week) => cell(week, stack)),
      ...(index === 0 && marks.length > 0 ? { markLine: markLines(marks, weeks, words, palette) } : {}),
    })),
  };
  const table: TableBehind = {
    head: ['Week of', ...names, 'All'],
    rows: weeks.map((week, index) => {
      const cells = shown.map((stack) => cell(week, stack));
      return [`${words[index] ?? week} ${week.slice(0, 4)}`, ...cells, cells.reduce((sum, each) => sum + each, 0)];
    }),
  };
  return { option, table, legend: names.map((name, index) => ({ name, colour: colours[index] ?? palette.dimmed })) };
}

function markLines(marks: readonly WeekMark[], weeks: readonly string[], words: readonly string[], palette: Palette) {
  return {
    symbol: 'none',
    silent: true,
    lineStyle: { color: palette.dimmed, type: 'dashed', width: 1 },
    label: { color: palette.dimmed, formatter: '{b}', position: 'end' },
    data: marks
      .filter((mark) => weeks.includes(mark.weekOf))
      .map((mark) => ({ name: mark.words, xAxis: words[weeks.indexOf(mark.weekOf)] })),
  };
}
