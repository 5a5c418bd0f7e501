import type { Lane, ShiftSpanFragment, TimelineEntryFragment } from '../../graphql/operations.generated';
import { laneWords } from '../words';
import { extentOf } from './lanes';
import { ticksOf, type TimeScale } from './scale';
import classes from './timeline.module.css';

const LANE = 40;
const AXIS = 24;
/** Narrower than this a shift is a hair and says nothing. */
const NARROWEST_DAY = 3;

interface DrawingProps {
  readonly events: readonly TimelineEntryFragment[];
  readonly shifts: readonly ShiftSpanFragment[];
  readonly lanes: readonly Lane[];
  readonly scale: TimeScale;
  readonly zone: string;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Whether shifts can be told apart at this scale. */
export function showsShifts(scale: TimeScale): boolean {
  return scale.pixelsPerDay >= NARROWEST_DAY;
}

export function Drawing({ events, shifts, lanes, scale, zone, chosen, onChoose }: DrawingProps) {
  const height = AXIS + lanes.length * LANE;
  const middle = (lane: Lane) => AXIS + lanes.indexOf(lane) * LANE + LANE / 2;
  // Evidence is drawn last, so that nothing covers it.
  const drawn = [...events].sort((left, right) => Number(left.evidence) - Number(right.evidence));
  return (
    <svg width={scale.width} height={height} className={classes.drawing} aria-hidden>
      {showsShifts(scale)
        ? shifts.map((shift) => {
            const left = Math.max(0, scale.x(Date.parse(shift.from)));
            const right = Math.min(scale.width, scale.x(Date.parse(shift.to)));
            return right <= left ? null : (
              <rect
                key={`${shift.kind} ${shift.from}`}
                x={left}
                y={AXIS}
                width={right - left}
                height={height - AXIS}
                className={shift.kind === 'ON_CALL' ? classes.onCall : classes.shift}
              />
            );
          })
        : null}
      {lanes.map((lane) => (
        <line key={lane} x1={0} x2={scale.width} y1={middle(lane) + LANE / 2} y2={middle(lane) + LANE / 2} className={classes.rule} />
      ))}
      {ticksOf(scale, zone).map(({ at, words }) => (
        <g key={at} transform={`translate(${scale.x(at)} 0)`}>
          <line y1={AXIS - 4} y2={height} className={classes.tick} />
          <text x={3} y={14} className={classes.date}>
            {words}
          </text>
        </g>
      ))}
      {drawn.map((event) => (
        <Mark key={event.id} event={event} y={middle(event.lane)} scale={scale} chosen={event.id === chosen} onChoose={onChoose} />
      ))}
    </svg>
  );
}

interface MarkProps {
  readonly event: TimelineEntryFragment;
  readonly y: number;
  readonly scale: TimeScale;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
}

/** One event: filled where it counts, hollow where not; a day where only the date is known; a tail to when a late one was recorded; a ring where it was amended. */
function Mark({ event, y, scale, chosen, onChoose }: MarkProps) {
  const { from, to, wholeDay } = extentOf(event);
  const left = scale.x(from);
  const width = Math.max(wholeDay ? scale.x(to) - left : 0, 8);
  const centre = wholeDay ? left + width / 2 : left;
  const recorded = Math.min(scale.x(Date.parse(event.recordedAt)), scale.width);
  return (
    <g
      className={classes.mark}
      data-evidence={event.evidence}
      data-chosen={chosen}
      onClick={() => {
        onChoose(event.id);
      }}
    >
      <title>{`${laneWords[event.lane]}: ${event.label}`}</title>
      {event.late ? <path d={`M${centre} ${y}H${Math.max(recorded, centre + 8)}m0 -4v8`} className={classes.tail} /> : null}
      {event.amended ? <circle cx={centre} cy={y} r={10} className={classes.ring} /> : null}
      {wholeDay ? (
        <rect x={left} y={y - 6} width={width} height={12} rx={3} className={classes.body} />
      ) : (
        <circle cx={centre} cy={y} r={6} className={classes.body} />
      )}
      {chosen ? <circle cx={centre} cy={y} r={14} className={classes.chosen} /> : null}
      <rect x={centre - 12} y={y - 18} width={24} height={36} fill="transparent" />
    </g>
  );
}
