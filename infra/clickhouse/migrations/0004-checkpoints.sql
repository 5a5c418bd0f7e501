-- How far each projection has come. Rows first, then the checkpoint: a crash between them repeats rows, which the token makes harmless.
CREATE TABLE {database}.checkpoints
(
  projection LowCardinality(String),
  partition UInt16,
  position UInt64,
  written UInt64
)
ENGINE = {engine:ReplacingMergeTree(written)}
ORDER BY (projection, partition);
