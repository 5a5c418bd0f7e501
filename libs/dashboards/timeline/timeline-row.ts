import { sql } from '@plumbline/analytics-store';
import { DAY, type Precision } from '@plumbline/kernel';
import type { TimelineEvent } from '../schema.generated';
import { detailsOf, labelOf } from './event-words';
import { laneOf } from './lanes';

/** Columns of a {@link StoredTimelineRow}. The id is the event's place in the log, because a source's own ids may say whom they are about. */
export const eventColumns = sql`
  concat('E', toString(partition), '-', toString(position)) AS id_, toString(type) AS type_, toString(source) AS source_, nullIf(patient, '') AS patient_,
  occurred_at AS occurredInstant, toUnixTimestamp64Milli(occurred_at) AS occurredMilliseconds, toString(time_precision) AS precision,
  toString(time_zone) AS zone, recorded_at AS recordedAt, ingested_at AS ingestedAt, data AS data_, toUInt8(amended) AS amended_, toUInt8(is_evidence) AS evidence`;

export interface StoredTimelineRow {
  readonly id_: string;
  readonly type_: string;
  readonly source_: string;
  readonly patient_: string | null;
  readonly occurredInstant: string;
  readonly occurredMilliseconds: number;
  readonly precision: Precision;
  readonly zone: string;
  readonly recordedAt: string;
  readonly ingestedAt: string;
  readonly data_: string;
  readonly amended_: number;
  readonly evidence: number;
}

/** Recorded so long after it happened counts as late; where only the date is known, the day itself is added. */
const LATE = DAY;

export function timelineEvent(row: StoredTimelineRow): TimelineEvent {
  const data = JSON.parse(row.data_) as Readonly<Record<string, unknown>>;
  const allowed = row.precision === 'day' ? LATE + DAY : LATE;
  return {
    id: row.id_,
    lane: laneOf(row.type_),
    type: row.type_,
    label: labelOf(row.type_, data),
    occurredAt: { at: row.occurredInstant, precision: row.precision, zone: row.zone },
    recordedAt: row.recordedAt,
    ingestedAt: row.ingestedAt,
    source: row.source_,
    patient: row.patient_,
    evidence: row.evidence === 1,
    late: Date.parse(row.recordedAt) - row.occurredMilliseconds > allowed,
    amended: row.amended_ === 1,
    details: detailsOf(data),
  };
}
