-- The whole state of an alert after each change of its finding or of its case; the highest sequence of an alert counts.
CREATE TABLE IF NOT EXISTS {database}.alert_states
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
  -- new, got-worse, acknowledged, in-work, snoozed, resolved, withdrawn
  state LowCardinality(String),
  assignee String,
  outcome LowCardinality(String),
  -- The outcome that waits for a second person's confirmation, and who asked for it; empty where none does.
  pending_outcome LowCardinality(String),
  pending_by String,
  case_version UInt32,
  -- The case version at which a person was last called for: raised, got worse, woke. Notifications and escalations belong to it.
  attention UInt32,
  evidence_count UInt32,
  started_at DateTime64(3, 'UTC'),
  last_at DateTime64(3, 'UTC'),
  known_at DateTime64(3, 'UTC'),
  -- When this state could be known (source time) and when it was learned (our time).
  state_known_at DateTime64(3, 'UTC'),
  learned_at DateTime64(3, 'UTC'),
  first_learned_at DateTime64(3, 'UTC'),
  acknowledged_at Nullable(DateTime64(3, 'UTC')),
  -- Set while a person is awaited; empty once somebody has taken note.
  respond_by Nullable(DateTime64(3, 'UTC')),
  snoozed_until Nullable(DateTime64(3, 'UTC')),
  partition UInt16,
  position UInt64
)
ENGINE = {engine:MergeTree}
ORDER BY (alert_id, sequence)
SETTINGS non_replicated_deduplication_window = 10000;

-- What people asked of a case and what became of it; a rejected command is kept too. What a finding did to the case (raised, got-worse,
-- withdrawn, reinstated, snooze-ended) has no command id and no actor.
CREATE TABLE IF NOT EXISTS {database}.case_history
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
ENGINE = {engine:MergeTree}
ORDER BY (case_id, position, version)
SETTINGS non_replicated_deduplication_window = 10000;

CREATE TABLE IF NOT EXISTS {database}.deliveries
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
ENGINE = {engine:MergeTree}
ORDER BY (alert_id, notification, attempt)
SETTINGS non_replicated_deduplication_window = 10000;
