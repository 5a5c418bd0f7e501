-- What pages about gifts and prescribing look through, without the rest of the events: a register of a hundred thousand entries stands in
-- two million events of which each block has a few. `record` tells in one number which rows may be versions of the same record.

-- Entries of gift registers in all their versions. Ordered by giver, because what a giver gave in a year is summed for every entry shown;
-- read a few rows here and there, hence the short granules.
CREATE TABLE IF NOT EXISTS {database}.gifts
(
  partition UInt16,
  position UInt64,
  id String,
  source LowCardinality(String),
  type LowCardinality(String),
  clinician String,
  patient String,
  -- Empty where an entry was taken back without saying whose it was.
  donor String,
  donor_kind LowCardinality(String),
  kind LowCardinality(String),
  acceptance LowCardinality(String),
  -- In the currency's smallest unit; no currency where the register names no amount.
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
ENGINE = {engine:MergeTree}
ORDER BY (clinician, donor, occurred_at, partition, position)
SETTINGS index_granularity = 256, non_replicated_deduplication_window = 10000;

-- Orders, dispenses, and the visits that they are held against, in all their versions.
CREATE TABLE IF NOT EXISTS {database}.prescribing
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
ENGINE = {engine:MergeTree}
ORDER BY (clinician, occurred_at, partition, position)
SETTINGS non_replicated_deduplication_window = 10000;
