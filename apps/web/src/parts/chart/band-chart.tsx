import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { measured } from '../words';
import classes from './chart.module.css';

export interface BandPoint {
  readonly words: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

interface BandChartProps {
  readonly title: string;
  readonly points: readonly BandPoint[];
  readonly height?: number;
}

const PAD = 6;

function peersWords({ low, high }: BandPoint): string {
  if (low === null || high === null) return '';
  return low === high ? `, peers ${measured(low)}` : `, peers ${measured(low)} to ${measured(high)}`;
}

/** A small line before the band in which the peers lie; the last month is not over. The last value is said in words; the table has all of them. */
export function BandChart({ title, points, height = 72 }: BandChartProps) {
  const { ref, width } = useElementSize();
  const top = Math.max(1, ...points.map((point) => Math.max(point.value, point.high ?? 0)));
  const x = (index: number) => PAD + (index / Math.max(1, points.length - 1)) * (width - 2 * PAD);
  const y = (value: number) => height - PAD - (value / top) * (height - 2 * PAD);
  const line = points.map((point, index) => `${x(index)},${y(point.value)}`);
  const last = points.at(-1);
  const banded = points.map((point, index) => ({ ...point, index })).filter((point) => point.low !== null && point.high !== null);
  const band = [
    ...banded.map(({ index, high }) => `${x(index)},${y(high ?? 0)}`),
    ...banded.reverse().map(({ index, low }) => `${x(index)},${y(low ?? 0)}`),
  ].join(' ');
  const range = last === undefined ? '' : peersWords(last);
  const label = `${title}: ${last === undefined ? 'nothing' : `${measured(last.value)} in ${last.words}${range}`}`;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <div ref={ref}>
        <svg width="100%" height={height} role="img" aria-label={label}>
          {banded.length > 1 ? <polygon points={band} className={classes.band} /> : null}
          <polyline points={line.slice(0, -1).join(' ')} className={classes.line} />
          <polyline points={line.slice(-2).join(' ')} className={classes.line} strokeDasharray="2 4" />
          {last === undefined ? null : <circle cx={x(points.length - 1)} cy={y(last.value)} r={3.5} className={classes.end} />}
        </svg>
      </div>
      <Text size="xs" c="dimmed" className="figures">
        {last === undefined ? 'nothing' : `${measured(last.value)} in ${last.words}${range}`}
      </Text>
    </div>
  );
}
