import type { Finding, FindingRevision } from '../finding';
import type { Renumbering } from './renumbering';
import type { WatchedPattern } from './watched-pattern';

interface Feeding {
  readonly machine: WatchedPattern;
  readonly stage: number;
  readonly bands: readonly string[] | undefined;
}

/** A dyad of a stage machine. */
export interface FedDyad {
  readonly machine: WatchedPattern;
  readonly subject: number;
}

/** Hands findings of other patterns to the stage machines, as begun stages of their dyad. */
export class StageFeed {
  private readonly byPattern = new Map<string, Feeding[]>();
  private readonly fed = new Map<string, number>();

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

  /** Whether some stage machine looks at the findings of a pattern. */
  takes(pattern: string): boolean {
    return this.byPattern.has(pattern);
  }

  /** Dyads of a machine have other numbers now; findings whose stage was forgotten are. */
  renumber(machine: WatchedPattern, subjects: Renumbering): void {
    for (const [place, subject] of this.fed) {
      const [id, finding] = place.split(' ') as [string, string];
      if (id !== machine.declaration.id) continue;
      const now = subjects.of(subject);
      if (now !== -1 && machine.hasStage(now, finding)) this.fed.set(place, now);
      else this.fed.delete(place);
    }
  }

  /** Which dyad each finding was fed to, by machine and finding. */
  dump(): readonly (readonly [place: string, subject: number])[] {
    return [...this.fed];
  }

  load(fed: readonly (readonly [place: string, subject: number])[]): void {
    for (const [place, subject] of fed) this.fed.set(place, subject);
  }

  /**
   * The dyads whose stages changed.
   * @param beginning gives the event with which a finding began to hold: the stage rests on that one.
   */
  feed({ finding, status }: Pick<FindingRevision, 'finding' | 'status'>, beginning: (finding: Finding) => string): readonly FedDyad[] {
    const { clinician, patient } = finding.subject;
    return (this.byPattern.get(finding.pattern) ?? []).flatMap(({ machine, stage, bands }) => {
      const place = `${machine.declaration.id} ${finding.id}`;
      const before = this.fed.get(place);
      const counts = status !== 'withdrawn' && patient !== undefined && (bands === undefined || bands.includes(finding.band));
      const after = counts ? machine.dyad(clinician, patient) : undefined;
      // A gift's finding may come to concern another patient, so the dyad that it was fed to is remembered.
      if (before !== undefined && before !== after) machine.endStage(before, finding.id);
      if (after === undefined) this.fed.delete(place);
      else {
        this.fed.set(place, after);
        const { startedAt: time, knownAt, id: order } = finding;
        machine.beginStage(after, order, { stage, time, knownAt, order, evidence: [beginning(finding)] });
      }
      return [before, after].flatMap((subject) => (subject === undefined ? [] : [{ machine, subject }]));
    });
  }
}
