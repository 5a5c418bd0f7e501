-- How far each table has been filled from the log and how many rows it has from there. Rows first, then the checkpoint: a crash between
-- them repeats rows, which the token makes harmless. `row_count` lets a start find out that a power cut took rows away.
CREATE TABLE IF NOT EXISTS {database}.checkpoints
(
  target LowCardinality(String),
  partition UInt16,
  -- The next position to fold; all before it are in the table.
  position UInt64,
  row_count UInt64,
  -- Version of the projection and of the folds behind it; where it is another now, the table has to be filled anew.
  version String,
  written UInt64
)
ENGINE = {engine:ReplacingMergeTree(written)}
ORDER BY (target, partition)
SETTINGS non_replicated_deduplication_window = 10000;
