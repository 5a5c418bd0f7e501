-- What surrounds the facts, as rows: who belonged where, who was on duty, which policy and baselines held, which days were closed.
-- A row for every event, with its record's version: where a record has several, the highest counts (ties: the greater event key).
CREATE TABLE IF NOT EXISTS {database}.clinicians
(
  clinician String,
  -- The entry holds from here until the clinician's next one.
  listed_at DateTime64(3, 'UTC'),
  specialty LowCardinality(String),
  department LowCardinality(String),
  site LowCardinality(String),
  supervisor String,
  zone LowCardinality(String),
  state LowCardinality(String),
  event_key String,
  record_key String,
  record_version UInt64,
  retracted UInt8,
  recorded_at DateTime64(3, 'UTC'),
  partition UInt16,
  position UInt64
)
ENGINE = {engine:MergeTree}
ORDER BY (clinician, listed_at, partition, position)
SETTINGS non_replicated_deduplication_window = 10000;

-- Shifts and on-call duties, `kind` being shift or on-call; the end is not part of the duty.
CREATE TABLE IF NOT EXISTS {database}.rosters
(
  clinician String,
  kind LowCardinality(String),
  start_at DateTime64(3, 'UTC'),
  end_at DateTime64(3, 'UTC'),
  event_key String,
  record_key String,
  record_version UInt64,
  retracted UInt8,
  recorded_at DateTime64(3, 'UTC'),
  partition UInt16,
  position UInt64
)
ENGINE = {engine:MergeTree}
ORDER BY (clinician, start_at, partition, position)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS {database}.baselines
(
  metric LowCardinality(String),
  specialty LowCardinality(String),
  -- A site, or `*` for the whole institution.
  site LowCardinality(String),
  effective_from Date32,
  window_days UInt16,
  peers UInt64,
  median_milli UInt64,
  percentile95_milli UInt64,
  shrunk_percentile95_milli UInt64,
  event_key String,
  record_key String,
  record_version UInt64,
  retracted UInt8,
  recorded_at DateTime64(3, 'UTC'),
  partition UInt16,
  position UInt64
)
ENGINE = {engine:MergeTree}
ORDER BY (metric, specialty, site, effective_from, position)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS {database}.policies
(
  policy LowCardinality(String),
  policy_version UInt32,
  effective_from DateTime64(3, 'UTC'),
  activated_by String,
  document String CODEC(ZSTD(1)),
  event_key String,
  record_key String,
  record_version UInt64,
  retracted UInt8,
  recorded_at DateTime64(3, 'UTC'),
  partition UInt16,
  position UInt64
)
ENGINE = {engine:MergeTree}
ORDER BY (effective_from, policy, policy_version, position)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS {database}.closed_days
(
  day Date32,
  zone LowCardinality(String),
  event_key String,
  record_key String,
  record_version UInt64,
  retracted UInt8,
  recorded_at DateTime64(3, 'UTC'),
  partition UInt16,
  position UInt64
)
ENGINE = {engine:MergeTree}
ORDER BY (zone, day, position)
SETTINGS non_replicated_deduplication_window = 10000;
