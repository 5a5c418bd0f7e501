import { wholeNumber } from './words';

/** Days that the row has room for; a young source stands at the right end of them. */
const DAYS = 30;

interface SparklineProps {
  /** Oldest first. */
  readonly values: readonly number[];
  readonly label: string;
}

const WIDTH = 120;
const HEIGHT = 28;

/** The shape of a month in the height of a row; its figures are in its label. */
export function Sparkline({ values, label }: SparklineProps) {
  const top = Math.max(1, ...values);
  const slots = Math.max(DAYS, values.length);
  const bar = WIDTH / slots;
  const first = slots - values.length;
  const words = `${label}: most ${wholeNumber(Math.max(0, ...values))}, last ${wholeNumber(values.at(-1) ?? 0)}`;
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={words}>
      <title>{words}</title>
      {values.map((value, index) => {
        const height = value === 0 ? 1 : Math.max(2, (value / top) * HEIGHT);
        return (
          <rect
            key={index}
            x={(first + index) * bar}
            y={HEIGHT - height}
            width={Math.max(1, bar - 1)}
            height={height}
            fill={value === 0 ? 'var(--peers)' : 'var(--accent-text)'}
          />
        );
      })}
    </svg>
  );
}
