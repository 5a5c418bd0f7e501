import { defineProjection } from '../projection';
import { originColumns } from '../row';

/** Findings as they were raised, revised and withdrawn: the newest revision is the present, the older ones answer "as of". */
export const findingRevisionsProjection = defineProjection({
  table: 'finding_revisions',
  version: 1,
  source: 'findings',
  row({ revision, place, ...origin }) {
    const { finding } = revision;
    return JSON.stringify({
      finding_id: finding.id,
      revision: revision.revision,
      status: revision.status,
      supersedes: revision.supersedes ?? '',
      pattern: finding.pattern,
      pattern_version: finding.patternVersion,
      policy: finding.policy,
      policy_version: finding.policyVersion,
      clinician: finding.subject.clinician,
      patient: finding.subject.patient ?? '',
      donor: finding.subject.donor ?? '',
      ...place,
      domain: finding.domain,
      route: finding.route,
      band: finding.band,
      tier: finding.tier,
      started_at: finding.startedAt,
      last_at: finding.lastAt,
      known_at: finding.knownAt,
      revision_known_at: revision.knownAt,
      learned_at: revision.learnedAt,
      comparisons: JSON.stringify(finding.comparisons),
      evidence: finding.evidence,
      left_out: JSON.stringify(finding.leftOut),
      caveats: finding.caveats,
      reason: finding.reason,
      counterfactual: finding.counterfactual,
      playbook: finding.playbook,
      ...originColumns(origin),
    });
  },
});
