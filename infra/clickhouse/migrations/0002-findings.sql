-- One row a revision; the newest revision of a finding is its present state, and nothing is ever updated.
CREATE TABLE IF NOT EXISTS {database}.finding_revisions
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
  -- Of the finding: the first moment at which the rule held on what had been recorded.
  known_at DateTime64(3, 'UTC'),
  -- Of this revision, at the source and here.
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
ENGINE = {engine:MergeTree}
ORDER BY (clinician, finding_id, revision)
SETTINGS non_replicated_deduplication_window = 10000;

-- What could not be judged and why, per subject and pattern; the newest row of a key counts, `facts` 0 means that it can be judged again.
CREATE TABLE IF NOT EXISTS {database}.undetermined
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
ENGINE = {engine:ReplacingMergeTree(position)}
ORDER BY (pattern, clinician, patient, because)
SETTINGS non_replicated_deduplication_window = 10000;
