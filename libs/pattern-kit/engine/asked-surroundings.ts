import type { Baseline, Dated } from './dated';

/**
 * What facts that are kept may still ask of a time of which everything else is forgotten: a run that goes on for years is put into words by
 * what surrounded its first facts.
 */
export class AskedSurroundings {
  readonly baselines = new Set<Dated<Baseline>>();
  /** By the clinician's number: from when on the roster is asked for. */
  private readonly rosters = new Map<number, number>();

  /** `before`: whatever surrounded later facts is kept without being asked for. */
  constructor(readonly before: number) {}

  askForRoster(clinician: number, instant: number): void {
    this.rosters.set(clinician, Math.min(instant, this.rosterFrom(clinician)));
  }

  askForBaselines(baselines: readonly Dated<Baseline>[]): void {
    for (const baseline of baselines) this.baselines.add(baseline);
  }

  rosterFrom(clinician: number): number {
    return this.rosters.get(clinician) ?? this.before;
  }
}
