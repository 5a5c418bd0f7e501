import { sql, table } from '@plumbline/analytics-store';
import type { PolicyDocument } from '@plumbline/policy';
import { knownBy, Reading } from '../common/reading';
import { People } from '../common/people';
import type { CaseEntry, CaseEntryKind, CaseOutcome, Delivery, Playbook } from '../schema.generated';

interface HistoryRow {
  readonly position: number;
  readonly version: number;
  readonly kind: CaseEntryKind;
  readonly accepted: number;
  readonly conflict: string;
  readonly actor: string;
  readonly at: string;
  readonly detail: string;
}

interface Detail {
  readonly comment?: string;
  readonly rationale?: string;
  readonly response?: string;
  readonly assignee?: string;
  readonly outcome?: CaseOutcome;
  readonly until?: string;
}

/** Policies never change under a version: they are read once. */
const MOST_POLICIES = 100;

/** What stands around an alert. The caller has found the alert within the viewer's scope. */
export class AlertDetailRepository {
  private readonly playbooks = new Map<string, PolicyDocument['playbooks']>();

  constructor(
    private readonly reading: Reading,
    private readonly people: People,
  ) {}

  async history(caseId: string, asOf: number | undefined): Promise<readonly CaseEntry[]> {
    const rows = await this.reading.store.query<HistoryRow>(sql`
      SELECT position, version, toString(kind) AS kind, accepted, toString(conflict) AS conflict, actor, happened_at AS at, detail
      FROM ${table('case_history')} WHERE case_id = ${caseId} AND ${knownBy(sql`happened_at`, asOf)} ORDER BY position, version LIMIT 1000`);
    return rows.map((row) => {
      const detail = (row.detail === '' ? {} : JSON.parse(row.detail)) as Detail;
      return {
        id: `${caseId}.${row.position}.${row.version}`,
        version: row.version,
        kind: row.kind,
        accepted: row.accepted === 1,
        conflict: row.conflict === '' ? null : row.conflict,
        actor: this.people.find(row.actor),
        at: row.at,
        text: detail.comment ?? detail.rationale ?? detail.response ?? null,
        assignee: this.people.find(detail.assignee ?? ''),
        outcome: detail.outcome ?? null,
        until: detail.until ?? null,
      };
    });
  }

  async deliveries(alertId: string, asOf: number | undefined): Promise<readonly Delivery[]> {
    return this.reading.store.query<Delivery>(sql`
      SELECT notification, toString(transport) AS transport, toString(route) AS route, attempt, toString(outcome) AS outcome, if(problem = '', NULL, problem) AS problem,
        happened_at AS at FROM ${table('deliveries')} WHERE alert_id = ${alertId} AND ${knownBy(sql`happened_at`, asOf)} ORDER BY happened_at, attempt LIMIT 500`);
  }

  /** The steps that the alert's own policy version recommends. */
  async playbook(policy: string, version: number, id: string): Promise<Playbook | null> {
    const found = (await this.playbooksOf(policy, version))[id];
    if (found === undefined) return null;
    // The playbook's sentences end with their full stops; a condition leads to its actions by a colon instead.
    return { id, title: found.title, steps: found.steps.map(({ when, actions }) => `${when.replace(/\.$/, '')}: ${actions.join(' ')}`) };
  }

  private async playbooksOf(policy: string, version: number): Promise<PolicyDocument['playbooks']> {
    const key = `${policy} ${version}`;
    const known = this.playbooks.get(key);
    if (known !== undefined) return known;
    const [row] = await this.reading.store.query<{ readonly document: string }>(sql`
      SELECT document FROM ${table('policies')} WHERE policy = ${policy} AND policy_version = ${version} AND retracted = 0
      ORDER BY record_version DESC LIMIT 1`);
    if (row === undefined) return {};
    const { playbooks } = JSON.parse(row.document) as PolicyDocument;
    if (this.playbooks.size >= MOST_POLICIES) this.playbooks.clear();
    this.playbooks.set(key, playbooks);
    return playbooks;
  }
}
