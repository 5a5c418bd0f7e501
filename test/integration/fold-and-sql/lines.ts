import type { AnalyticsStore } from '@plumbline/analytics-store';
import { sqlTwin, type PatternDeclaration, type PatternEngine, type PolicyView, type TwinFinding } from '@plumbline/pattern-kit';
import { patterns } from '@plumbline/patterns';

/** Who and from when to when; one line a finding. */
export type Line = string;

const line = (pattern: string, clinician: string, patient = '', donor = '', startedAt = 0, lastAt = 0): Line =>
  [pattern, clinician, patient, donor, new Date(startedAt).toISOString(), new Date(lastAt).toISOString()].join(' ');

/** The findings that an engine now holds. */
export const foldLines = (engine: PatternEngine): readonly Line[] =>
  engine
    .current()
    .map(({ pattern, subject, startedAt, lastAt }) => line(pattern, subject.clinician, subject.patient, subject.donor, startedAt, lastAt));

/** What the twins find under a policy. */
export async function twinLines(
  store: AnalyticsStore,
  policy: PolicyView,
  asked: readonly PatternDeclaration[] = patterns,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (const pattern of asked) {
    const rows: TwinFinding[] = await store.query(sqlTwin(pattern, policy, patterns)!);
    lines.push(...rows.map((row) => line(row.pattern, row.clinician, row.patient, row.donor, row.started_at, row.last_at)));
  }
  return lines.sort();
}
