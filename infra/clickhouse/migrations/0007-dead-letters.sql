-- Events of the log that could not be folded, and why. Nothing was made of them; their bytes stay in the log, at the position. No text of
-- an error is kept, because it may quote what the event says about people. Filled anew with the rest when a release mends it.
CREATE TABLE IF NOT EXISTS {database}.dead_letters
(
  -- Empty where the bytes could not be read as an event.
  type LowCardinality(String),
  source LowCardinality(String),
  code LowCardinality(String),
  reason String,
  partition UInt16,
  position UInt64
)
ENGINE = {engine:MergeTree}
ORDER BY (partition, position)
SETTINGS non_replicated_deduplication_window = 10000;
