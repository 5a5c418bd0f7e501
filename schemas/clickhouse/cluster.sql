CREATE DATABASE IF NOT EXISTS plumbline ON CLUSTER 'plumbline' ENGINE = Atomic;

CREATE TABLE IF NOT EXISTS plumbline.migrations ON CLUSTER 'plumbline' (number UInt32, name String, checksum String)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY number;

CREATE TABLE IF NOT EXISTS plumbline.events ON CLUSTER 'plumbline'
(
  partition UInt16,
  position UInt64,
  id String,
  source LowCardinality(String),
  type LowCardinality(String),
  version UInt16,
  clinician String,
  patient String,
  occurred_at DateTime64(3, 'UTC'),
  time_precision LowCardinality(String),
  time_zone LowCardinality(String),
  recorded_at DateTime64(3, 'UTC'),
  ingested_at DateTime64(3, 'UTC'),
  record_id String,
  record_version UInt64,
  retracted UInt8,
  data String CODEC(ZSTD(1))
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (clinician, occurred_at, partition, position)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.finding_revisions ON CLUSTER 'plumbline'
(
  finding_id String,
  revision UInt32,
  status LowCardinality(String),
  supersedes String,
  pattern LowCardinality(String),
  pattern_version UInt16,
  policy LowCardinality(String),
  policy_version UInt32,
  clinician String,
  patient String,
  donor String,
  specialty LowCardinality(String),
  department LowCardinality(String),
  site LowCardinality(String),
  domain LowCardinality(String),
  route LowCardinality(String),
  band LowCardinality(String),
  tier LowCardinality(String),
  started_at DateTime64(3, 'UTC'),
  last_at DateTime64(3, 'UTC'),

  known_at DateTime64(3, 'UTC'),

  revision_known_at DateTime64(3, 'UTC'),
  learned_at DateTime64(3, 'UTC'),
  comparisons String,
  evidence Array(String),
  left_out String,
  caveats Array(String),
  reason String,
  counterfactual String,
  playbook LowCardinality(String),
  partition UInt16,
  position UInt64
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (clinician, finding_id, revision)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.undetermined ON CLUSTER 'plumbline'
(
  pattern LowCardinality(String),
  clinician String,
  patient String,
  because LowCardinality(String),
  since DateTime64(3, 'UTC'),
  facts UInt32,
  department LowCardinality(String),
  site LowCardinality(String),
  partition UInt16,
  position UInt64
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', position)
ORDER BY (pattern, clinician, patient, because)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.alert_states ON CLUSTER 'plumbline'
(
  alert_id String,
  sequence UInt32,
  finding_id String,
  pattern LowCardinality(String),
  pattern_version UInt16,
  policy LowCardinality(String),
  policy_version UInt32,
  clinician String,
  patient String,
  donor String,
  specialty LowCardinality(String),
  department LowCardinality(String),
  site LowCardinality(String),
  domain LowCardinality(String),
  route LowCardinality(String),
  band LowCardinality(String),
  tier LowCardinality(String),

  state LowCardinality(String),
  assignee String,
  outcome LowCardinality(String),

  pending_outcome LowCardinality(String),
  pending_by String,
  case_version UInt32,

  attention UInt32,
  evidence_count UInt32,
  started_at DateTime64(3, 'UTC'),
  last_at DateTime64(3, 'UTC'),
  known_at DateTime64(3, 'UTC'),

  state_known_at DateTime64(3, 'UTC'),
  learned_at DateTime64(3, 'UTC'),
  first_learned_at DateTime64(3, 'UTC'),
  acknowledged_at Nullable(DateTime64(3, 'UTC')),

  respond_by Nullable(DateTime64(3, 'UTC')),
  snoozed_until Nullable(DateTime64(3, 'UTC')),
  partition UInt16,
  position UInt64
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (alert_id, sequence)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.case_history ON CLUSTER 'plumbline'
(
  case_id String,
  version UInt32,
  command_id String,
  kind LowCardinality(String),
  accepted UInt8,
  conflict LowCardinality(String),
  actor String,
  actor_role LowCardinality(String),
  happened_at DateTime64(3, 'UTC'),
  detail String,
  clinician String,
  partition UInt16,
  position UInt64
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (case_id, position, version)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.deliveries ON CLUSTER 'plumbline'
(
  alert_id String,
  notification String,
  route LowCardinality(String),
  transport LowCardinality(String),
  attempt UInt16,
  outcome LowCardinality(String),
  problem String,
  happened_at DateTime64(3, 'UTC'),
  clinician String,
  partition UInt16,
  position UInt64
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (alert_id, notification, attempt)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.checkpoints ON CLUSTER 'plumbline'
(
  target LowCardinality(String),
  partition UInt16,

  position UInt64,
  row_count UInt64,

  version String,
  written UInt64
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}', written)
ORDER BY (target, partition)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.clinicians ON CLUSTER 'plumbline'
(
  clinician String,

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
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (clinician, listed_at, partition, position)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.rosters ON CLUSTER 'plumbline'
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
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (clinician, start_at, partition, position)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.baselines ON CLUSTER 'plumbline'
(
  metric LowCardinality(String),
  specialty LowCardinality(String),

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
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (metric, specialty, site, effective_from, position)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.policies ON CLUSTER 'plumbline'
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
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (effective_from, policy, policy_version, position)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.closed_days ON CLUSTER 'plumbline'
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
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (zone, day, position)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.partition_epochs ON CLUSTER 'plumbline'
(
  partition UInt16,
  epoch UInt64,

  owner String,
  taken_at DateTime64(3, 'UTC')
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (partition, epoch)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

ALTER TABLE plumbline.checkpoints ON CLUSTER 'plumbline' ADD COLUMN IF NOT EXISTS rebuilding_to UInt64;

CREATE TABLE IF NOT EXISTS plumbline.dead_letters ON CLUSTER 'plumbline'
(

  type LowCardinality(String),
  source LowCardinality(String),
  code LowCardinality(String),
  reason String,
  partition UInt16,
  position UInt64
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (partition, position)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.gifts ON CLUSTER 'plumbline'
(
  partition UInt16,
  position UInt64,
  id String,
  source LowCardinality(String),
  type LowCardinality(String),
  clinician String,
  patient String,

  donor String,
  donor_kind LowCardinality(String),
  kind LowCardinality(String),
  acceptance LowCardinality(String),

  minor Int64,
  currency LowCardinality(String),
  value_as_printed String,
  declared_on String,
  occurred_at DateTime64(3, 'UTC'),
  time_precision LowCardinality(String),
  time_zone LowCardinality(String),
  recorded_at DateTime64(3, 'UTC'),
  record_id String,
  record_version UInt64,
  retracted UInt8,
  record UInt64 MATERIALIZED cityHash64(source, record_id)
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (clinician, donor, occurred_at, partition, position)
SETTINGS index_granularity = 256, replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;

CREATE TABLE IF NOT EXISTS plumbline.prescribing ON CLUSTER 'plumbline'
(
  partition UInt16,
  position UInt64,
  id String,
  source LowCardinality(String),
  type LowCardinality(String),
  clinician String,
  schedule LowCardinality(String),
  refill_number UInt16,
  occurred_at DateTime64(3, 'UTC'),
  recorded_at DateTime64(3, 'UTC'),
  record_id String,
  record_version UInt64,
  retracted UInt8,
  record UInt64 MATERIALIZED cityHash64(source, record_id)
)
ENGINE = ReplicatedMergeTree('/clickhouse/tables/{uuid}/{shard}', '{replica}')
ORDER BY (clinician, occurred_at, partition, position)
SETTINGS replicated_deduplication_window = 10000, replicated_deduplication_window_seconds = 2592000;
