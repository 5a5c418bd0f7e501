import type { EChartsCoreOption } from 'echarts/core';
import { measured } from '../words';
import type { TableBehind } from './chart';
import type { Palette } from './palette';

export interface MonthSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** Drawn in the background as the range in which the peers lie. */
  readonly dashed?: boolean;
}

export interface MonthBand {
  readonly name: string;
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** Lines over months, of which the last is not over and lies before another ground, with the band in which the peers lie behind them. */
export function monthLines(months: readonly string[], series: readonly MonthSeries[], band: MonthBand | undefined, palette: Palette) {
  const banded = band?.high.some((value) => value !== null) === true ? band : undefined;
  const option: EChartsCoreOption = {
    grid: { left: 4, right: 8, top: 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'axis',
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.text },
    },
    xAxis: {
      type: 'category',
      data: months,
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.line } },
      axisLabel: { color: palette.dimmed, hideOverlap: true, interval: months.length > 12 ? 2 : months.length > 6 ? 1 : 0 },
    },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.dimmed } },
    series: [
      ...(banded === undefined ? [] : bandSeries(banded, palette)),
      ...series.map((each, index) => lineOf(each, index, palette)),
      notOver(months, palette),
    ],
  };
  const head = ['Month', ...series.map(({ name }) => name), ...(banded === undefined ? [] : [banded.name])];
  const table: TableBehind = {
    head,
    rows: months.map((month, index) => [
      month,
      ...series.map(({ values }) => words(values[index])),
      ...(banded === undefined ? [] : [`${words(banded.low[index])} to ${words(banded.high[index])}`]),
    ]),
  };
  const legend = [
    ...series.map(({ name }, index) => ({ name, colour: palette.series[index] ?? palette.dimmed })),
    ...(banded === undefined ? [] : [{ name: banded.name, colour: palette.band }]),
  ];
  return { option, table, legend };
}

const words = (value: number | null | undefined): string => (value === null || value === undefined ? '–' : measured(value));

function lineOf({ name, values, dashed }: MonthSeries, index: number, palette: Palette) {
  const colour = palette.series[index];
  return {
    name,
    type: 'line',
    data: values,
    symbol: 'circle',
    symbolSize: 5,
    showSymbol: false,
    lineStyle: { color: colour, width: 2, type: dashed === true ? 'dashed' : 'solid' },
    itemStyle: { color: colour },
  };
}

function notOver(months: readonly string[], palette: Palette) {
  return {
    type: 'line',
    silent: true,
    data: [],
    markArea: {
      silent: true,
      itemStyle: { color: palette.line, opacity: 0.4 },
      label: { position: 'insideTop', color: palette.dimmed },
      data: [[{ name: 'so far', xAxis: months.at(-2) }, { xAxis: months.at(-1) }]],
    },
  };
}

/** A band is an invisible line with a filled one stacked on it. */
function bandSeries({ name, low, high }: MonthBand, palette: Palette) {
  const shared = { type: 'line', stack: 'peers', symbol: 'none', lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false } };
  return [
    { ...shared, name: `${name}, from`, data: low },
    {
      ...shared,
      name,
      data: high.map((value, index) => (value === null ? null : value - (low[index] ?? 0))),
      areaStyle: { color: palette.band, opacity: 0.6 },
    },
  ];
}
