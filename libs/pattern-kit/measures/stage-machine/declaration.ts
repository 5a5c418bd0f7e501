import type { SettingReference } from '../../settings';

/** Stages in their order, each reached by findings of other patterns or by facts; so many, one after the other, within the window. */
export interface StageMachineDeclaration {
  readonly measure: 'stage-machine';
  readonly stages: readonly Stage[];
  readonly atLeast: SettingReference;
}

export interface Stage {
  readonly stage: number;
  readonly name: string;
  /** Pattern ids, with the bands that count where not all do. */
  readonly findings: readonly StageSource[];
  /** Names of the pattern's own facts. */
  readonly facts: readonly string[];
}

export interface StageSource {
  readonly pattern: string;
  readonly bands?: readonly string[];
}

export const stageMachine = (declaration: Omit<StageMachineDeclaration, 'measure'>): StageMachineDeclaration => ({
  measure: 'stage-machine',
  ...declaration,
});
