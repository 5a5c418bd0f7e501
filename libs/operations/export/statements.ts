import { sql, table, type Sql } from '@plumbline/analytics-store';

/** What can be exported from ClickHouse, and in which order its rows come. Columns are the heads of the file. */
export const STATEMENTS = {
  events: sql`
    SELECT partition, position, id, source, type, version, clinician, patient, occurred_at, time_precision, time_zone, recorded_at,
           ingested_at, record_id, record_version, retracted, data
    FROM ${table('events')} ORDER BY partition, position`,

  // The newest revision of each finding: its present state.
  findings: sql`
    SELECT finding_id, revision, status, supersedes, pattern, pattern_version, policy, policy_version, clinician, patient, donor,
           specialty, department, site, domain, route, band, tier, started_at AS event_time, last_at AS last_event_time, known_at,
           revision_known_at, learned_at, evidence AS evidence_ids, reason, counterfactual
    FROM ${table('finding_revisions')}
    ORDER BY clinician, finding_id, revision DESC LIMIT 1 BY clinician, finding_id`,

  // The newest state of each alert.
  alerts: sql`
    SELECT alert_id, sequence, state AS status, outcome, finding_id, pattern, pattern_version, policy, policy_version, clinician, patient,
           donor, specialty, department, site, domain, route, band, tier, assignee, started_at AS event_time, last_at AS last_event_time,
           known_at, state_known_at, learned_at, acknowledged_at, respond_by, snoozed_until, evidence_count
    FROM ${table('alert_states')}
    ORDER BY alert_id, sequence DESC LIMIT 1 BY alert_id`,
} as const satisfies Readonly<Record<string, Sql>>;

export const EXPORTS = ['events', 'findings', 'alerts', 'quarantine'] as const;
export type Exported = (typeof EXPORTS)[number];

export const EXPORT_FORMATS = ['csv', 'ndjson', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
