-- Who may write the rows of a partition: the owner with the highest epoch, and nobody else. Every taking over adds a row; rows and
-- checkpoints are inserted on the condition that the writer's epoch is still the highest.
CREATE TABLE IF NOT EXISTS {database}.partition_epochs
(
  partition UInt16,
  epoch UInt64,
  -- Names one opening of one projector. Of two that chose the same epoch the greater owner counts.
  owner String,
  taken_at DateTime64(3, 'UTC')
)
ENGINE = {engine:MergeTree}
ORDER BY (partition, epoch)
SETTINGS non_replicated_deduplication_window = 10000;

-- Beyond `position` while a partition is filled anew in its place: its rows are then not whole, and a reader has to say so.
ALTER TABLE {database}.checkpoints ADD COLUMN IF NOT EXISTS rebuilding_to UInt64;
