import type { FindingRevision } from '../finding';
import type { Watched } from './watched';
import type { WatchedPattern } from './watched-pattern';

interface Feeding {
  readonly machine: WatchedPattern;
  readonly stage: number;
  readonly bands: readonly string[] | undefined;
}

/** Hands findings of other patterns to the stage machines, as begun stages of their dyad. */
export class StageFeed {
  private readonly byPattern = new Map<string, Feeding[]>();
  private readonly fed = new Map<string, Watched>();

  constructor(patterns: readonly WatchedPattern[]) {
    for (const machine of patterns) {
      const { measure } = machine.declaration;
      if (measure.measure !== 'stage-machine') continue;
      for (const { stage, findings } of measure.stages) {
        for (const { pattern, bands } of findings) {
          this.byPattern.set(pattern, [...(this.byPattern.get(pattern) ?? []), { machine, stage, bands }]);
        }
      }
    }
  }

  /** The dyads whose stages changed. */
  feed({ finding, status }: Pick<FindingRevision, 'finding' | 'status'>): readonly Watched[] {
    const { clinician, patient } = finding.subject;
    return (this.byPattern.get(finding.pattern) ?? []).flatMap(({ machine, stage, bands }) => {
      const place = `${machine.declaration.id} ${finding.id}`;
      const before = this.fed.get(place);
      const counts = status !== 'withdrawn' && patient !== undefined && (bands === undefined || bands.includes(finding.band));
      const after = counts ? machine.dyad(clinician, patient) : undefined;
      // A gift's finding may come to concern another patient, so the dyad that it was fed to is remembered.
      if (before !== undefined && before !== after) before.subject.stageFacts.delete(finding.id);
      if (after === undefined) this.fed.delete(place);
      else {
        this.fed.set(place, after);
        const { startedAt: time, knownAt, id: order, evidence } = finding;
        after.subject.stageFacts.set(order, { stage, time, knownAt, order, evidence: evidence.slice(0, 1) });
      }
      return [before, after].filter((watched) => watched !== undefined);
    });
  }
}
