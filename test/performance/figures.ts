/** One measured figure, compared with another that was taken in the same run on the same machine. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly comparedWith: string;
  /** The ratio or quantity that a goal is set for. */
  readonly value: number;
  readonly unit: string;
  readonly goal: { readonly atLeast: number } | { readonly atMost: number } | undefined;
}

export interface Section {
  readonly title: string;
  readonly how: string;
  readonly figures: readonly Figure[];
}

export const reached = ({ value, goal }: Figure): boolean | undefined => {
  if (goal === undefined) return undefined;
  return 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
};

const number = (value: number): string => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3));

/** The middle of an odd number of values. */
export const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[values.length >> 1] ?? Number.NaN;

/** The least of the values that is not exceeded by this share of them: of a hundred, 0.99 is the last but one. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((left, right) => left - right)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

/** `812 k/s`, `1.3 M/s`, `96 /s`. */
export function perSecond(count: number, milliseconds: number): string {
  const rate = (count * 1_000) / milliseconds;
  if (rate >= 1_000_000) return `${(rate / 1_000_000).toPrecision(3)} M/s`;
  return rate >= 1_000 ? `${(rate / 1_000).toPrecision(3)} k/s` : `${rate.toPrecision(3)} /s`;
}

function goalText({ goal }: Figure): string {
  if (goal === undefined) return '–';
  return 'atLeast' in goal ? `≥ ${number(goal.atLeast)}` : `≤ ${number(goal.atMost)}`;
}

/** The table of docs/benchmarks.md. A missed goal says so in words. */
export function renderFigures(sections: readonly Section[], machine: string): string {
  const row = (figure: Figure): string => {
    const verdict = reached(figure);
    return `| ${figure.what} | ${figure.measured} | ${figure.comparedWith} | **${number(figure.value)}${figure.unit}** | ${goalText(figure)} | ${verdict === undefined ? '' : verdict ? 'reached' : 'missed'} |`;
  };
  const part = ({ title, how, figures }: Section): string =>
    [
      `## ${title}`,
      '',
      how,
      '',
      '| what | measured | compared with | figure | goal | |',
      '|---|---|---|---|---|---|',
      ...figures.map(row),
      '',
    ].join('\n');
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`. The figures are ratios taken side by side in one run; absolute numbers only show the order of magnitude.',
    `Machine of this run: ${machine}.`,
    '',
    ...sections.map(part),
  ].join('\n');
}
