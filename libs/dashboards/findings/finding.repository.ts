import { joinSql, sql, table, type Sql } from '@plumbline/analytics-store';
import type { Viewer } from '@plumbline/access';
import type { Comparison, Route, Tier } from '@plumbline/pattern-kit';
import DataLoader from 'dataloader';
import { setTimeout } from 'node:timers/promises';
import type { RequestContext } from '../common/context';
import { connectionOf, decodeCursor, pageSize, totalOf, type Connection, type CursorKey } from '../common/paging';
import { inScope, knownBy, Reading } from '../common/reading';
import type { FindingRevision, UndeterminedPattern } from '../schema.generated';
import { patternWords } from '../common/pattern-words';

/** A finding's newest revision as resolvers see it. Instants are UTC text. */
export interface FindingRow {
  readonly id: string;
  readonly patternId: string;
  readonly patternVersion: number;
  readonly policyVersion: number;
  readonly policyId: string;
  readonly band: string;
  readonly tier: Tier;
  readonly route: Route;
  readonly status: 'raised' | 'revised' | 'withdrawn';
  readonly clinicianId: string;
  readonly patientId: string;
  readonly donorId: string;
  readonly startedAtInstant: string;
  readonly lastAtInstant: string;
  readonly knownAt: string;
  readonly reason: string;
  readonly counterfactual: string;
  readonly comparisonText: string;
  readonly leftOutText: string;
  readonly caveats: readonly string[];
  readonly playbookId: string;
  readonly startedMilliseconds: number;
  /** The alert that stands for it, or the empty text. */
  readonly alertOf: string;
}

export interface FindingKey {
  readonly clinician: string;
  readonly findingId: string;
}

const columns = sql`
  finding_id AS id, pattern AS patternId, pattern_version AS patternVersion, policy AS policyId, policy_version AS policyVersion, band, tier, route,
  status, clinician AS clinicianId, patient AS patientId, donor AS donorId, started_at AS startedAtInstant, last_at AS lastAtInstant,
  known_at AS knownAt, reason, counterfactual, comparisons AS comparisonText, left_out AS leftOutText, caveats, playbook AS playbookId,
  toUnixTimestamp64Milli(started_at) AS startedMilliseconds`;

/** An alert can be read a moment before its finding, which is written with all other rows. */
const PATIENCE_MILLISECONDS = 2_000;
const ASKED_AGAIN_MILLISECONDS = 50;

/** Reads findings and what could not be judged. The caller has made sure that the viewer may see the clinician; other people's rows are never reached. */
export class FindingRepository {
  constructor(private readonly reading: Reading) {}

  /** The finding behind an alert; many of a page are read in one statement. */
  async behind(context: RequestContext, key: FindingKey, asOf: number | undefined): Promise<FindingRow> {
    const loaders = context.once(this, () => new Map<number | undefined, DataLoader<FindingKey, FindingRow, string>>());
    let loader = loaders.get(asOf);
    if (loader === undefined) {
      loader = new DataLoader((keys) => this.load(keys, asOf), { cacheKeyFn: ({ findingId }) => findingId });
      loaders.set(asOf, loader);
    }
    return loader.load(key);
  }

  /** Findings of a clinician, newest first. Support and wellbeing are asked for by name and never come along. */
  async page(
    viewer: Viewer,
    subject: { readonly clinician: string; readonly patient?: string | undefined; readonly without?: string | undefined },
    request: {
      readonly route: Route;
      readonly first?: number | null | undefined;
      readonly after?: string | null | undefined;
      readonly asOf?: number | undefined;
    },
  ): Promise<Connection<FindingRow>> {
    const size = pageSize(request.first, 50);
    const after = decodeCursor(request.after, 'number');
    const patient = subject.patient === undefined ? sql`true` : sql`patient = ${subject.patient}`;
    const without = subject.without === undefined ? sql`true` : sql`finding_id != ${subject.without}`;
    const beyond = after === undefined ? sql`true` : sql`(toUnixTimestamp64Milli(started_at), finding_id) < (${after[0]}, ${after[1]})`;
    const rows = await this.reading.store.query<FindingRow & { readonly total: number }>(sql`
      SELECT ${columns}, alert_of AS alertOf, total FROM (
        SELECT *, count() OVER () AS total
        FROM (${this.newest(sql`clinician = ${subject.clinician}`, request.asOf)})
        WHERE ${inScope(viewer)} AND route = ${request.route} AND status != 'withdrawn' AND ${patient} AND ${without}) AS finding
      LEFT ANY JOIN (SELECT finding_id AS alerted_finding, alert_id AS alert_of FROM ${table('alert_states')} WHERE clinician = ${subject.clinician}) AS alert
        ON finding.finding_id = alert.alerted_finding
      WHERE ${beyond} ORDER BY started_at DESC, finding_id DESC LIMIT ${size + 1}`);
    const total = await totalOf(rows, request.after, () => this.page(viewer, subject, { ...request, first: 1, after: undefined }));
    return connectionOf(rows, size, total, ({ id, startedMilliseconds }): CursorKey => [startedMilliseconds, id]);
  }

  async revisions({ clinician, findingId }: FindingKey, asOf: number | undefined): Promise<readonly FindingRevision[]> {
    return this.reading.store.query<FindingRevision>(sql`
      SELECT revision, toString(status) AS status, toString(band) AS band, toString(tier) AS tier, toUInt32(length(evidence)) AS evidenceCount, reason,
        revision_known_at AS knownAt, learned_at AS learnedAt
      FROM ${table('finding_revisions')} WHERE clinician = ${clinician} AND finding_id = ${findingId} AND ${knownBy(sql`revision_known_at`, asOf)}
      ORDER BY revision`);
  }

  /** What cannot be judged about a clinician now. */
  async undetermined(clinician: string): Promise<readonly UndeterminedPattern[]> {
    const rows = await this.reading.store.query<{ pattern: string; because: string; since: string; patient: string | null }>(sql`
      SELECT toString(pattern) AS pattern, toString(because) AS because, since, nullIf(patient, '') AS patient FROM (
        SELECT * FROM ${table('undetermined')} WHERE clinician = ${clinician} ORDER BY position DESC LIMIT 1 BY pattern, clinician, patient, because)
      WHERE facts > 0 ORDER BY since LIMIT 200`);
    return rows.map((row) => ({ ...row, pattern: patternWords(row.pattern) }));
  }

  private async load(keys: readonly FindingKey[], asOf: number | undefined): Promise<readonly (FindingRow | Error)[]> {
    const deadline = performance.now() + PATIENCE_MILLISECONDS;
    let found = await this.read(keys, asOf);
    while (keys.some(({ findingId }) => !found.has(findingId)) && performance.now() < deadline) {
      await setTimeout(ASKED_AGAIN_MILLISECONDS);
      found = await this.read(keys, asOf);
    }
    return keys.map(({ findingId }) => found.get(findingId) ?? new Error('an alert has no finding'));
  }

  private async read(keys: readonly FindingKey[], asOf: number | undefined): Promise<ReadonlyMap<string, FindingRow>> {
    const pairs = keys.map(({ clinician, findingId }) => sql`(${clinician}, ${findingId})`);
    const rows = await this.reading.store.query<FindingRow>(sql`
      SELECT ${columns}, '' AS alertOf FROM (${this.newest(sql`(clinician, finding_id) IN (${joinSql(pairs, ', ')})`, asOf)})`);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private newest(which: Sql, asOf: number | undefined): Sql {
    return sql`
      SELECT * FROM ${table('finding_revisions')} WHERE ${which} AND ${knownBy(sql`revision_known_at`, asOf)}
      ORDER BY clinician DESC, finding_id DESC, revision DESC LIMIT 1 BY clinician, finding_id`;
  }
}

const MILLI = 1_000;

export const comparisonsOf = ({ comparisonText }: FindingRow): readonly object[] =>
  (JSON.parse(comparisonText) as readonly Comparison[]).map(({ against, valueMilli, limitMilli, peers, among }) => ({
    against,
    value: valueMilli / MILLI,
    limit: limitMilli / MILLI,
    peers: peers ?? null,
    among: among ?? null,
  }));

export const leftOutOf = ({ leftOutText }: FindingRow): readonly { readonly because: string; readonly events: number }[] =>
  Object.entries(JSON.parse(leftOutText) as Readonly<Record<string, number>>).map(([because, events]) => ({ because, events }));
