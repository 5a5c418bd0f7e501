import { sql, table } from '@plumbline/analytics-store';
import { patterns } from '@plumbline/patterns';
import type { RequestContext } from '../common/context';
import { inScope, knownBy, Reading } from '../common/reading';
import { patternWords } from '../common/pattern-words';
import type { SlopeStage } from '../schema.generated';
import type { ClinicianEvents } from '../timeline/clinician-events';
import { family } from '../timeline/lanes';

interface StageSource {
  readonly stage: number;
  readonly name: string;
  readonly findings: readonly { readonly pattern: string; readonly bands?: readonly string[] }[];
  readonly facts: readonly string[];
}

/** The stages and what shows them, as the declared pattern says. */
const slope = patterns.find(({ measure }) => measure.measure === 'stage-machine');
const stages: readonly StageSource[] = slope?.measure.measure === 'stage-machine' ? slope.measure.stages : [];
const complaintTypes = ['incidents.reported', 'incidents.amended'];
/** What a patient does to a clinician belongs to the support route and is no stage of anything. */
const ownWrong = ['romantic-advance-by-patient', 'harassment-of-clinician'];

/** Reads one clinician with one patient. The caller has made sure that the viewer may see the clinician. */
export class DyadRepository {
  constructor(
    private readonly reading: Reading,
    private readonly events: ClinicianEvents,
  ) {}

  /** First and last event of the dyad; undefined where it has none. */
  async span(
    context: RequestContext,
    clinician: string,
    patient: string,
    asOf: number | undefined,
  ): Promise<{ readonly firstAt: string; readonly lastAt: string } | undefined> {
    const [row] = await this.reading.store.query<{ firstAt: string; lastAt: string; events: number }>(sql`
      SELECT min(occurred_at) AS firstAt, max(occurred_at) AS lastAt, toUInt32(count()) AS events
      FROM (${await this.events.newest(context, clinician, asOf)}) WHERE patient = ${patient}
        AND ${family} NOT IN ('access', 'alerting', 'cases')`);
    return row === undefined || row.events === 0 ? undefined : { firstAt: row.firstAt, lastAt: row.lastAt };
  }

  /** The five stages, each with the earliest time at which one of its findings or facts showed it. */
  async stages(context: RequestContext, clinician: string, patient: string, asOf: number | undefined): Promise<readonly SlopeStage[]> {
    const newest = await this.events.newest(context, clinician, asOf);
    const [findings, complaints] = await Promise.all([
      this.reading.store.query<{ readonly pattern: string; readonly band: string; readonly since: string }>(sql`
        SELECT toString(pattern) AS pattern, toString(band) AS band, min(started_at) AS since FROM (
          SELECT * FROM ${table('finding_revisions')} WHERE clinician = ${clinician} AND ${knownBy(sql`revision_known_at`, asOf)}
          ORDER BY finding_id DESC, revision DESC LIMIT 1 BY finding_id)
        WHERE status != 'withdrawn' AND patient = ${patient} AND ${inScope(context.viewer)} GROUP BY pattern, band`),
      this.reading.store.query<{ readonly since: string }>(sql`
        SELECT min(occurred_at) AS since FROM (${newest})
        WHERE ${family} = 'incidents' AND patient = ${patient} AND has(${complaintTypes}, type) AND NOT has(${ownWrong}, JSONExtractString(data, 'category')) HAVING count() > 0`),
    ]);
    return stages.map(({ stage, name, findings: sources, facts }) => {
      const shown = findings.filter(({ pattern, band }) =>
        sources.some((source) => source.pattern === pattern && (source.bands?.includes(band) ?? true)),
      );
      const moments = [...shown.map(({ since }) => since), ...(facts.length > 0 ? complaints.map(({ since }) => since) : [])].sort();
      const shownBy = [...new Set(shown.map(({ pattern }) => pattern))].map(patternWords);
      return { stage, name, reached: moments.length > 0, since: moments[0] ?? null, patterns: shownBy };
    });
  }
}
