import type { DomainEvent } from '@plumbline/events';
import type { PatternDeclaration } from '../declaration';
import { PatternEngine } from '../engine/engine';
import type { Finding, FindingRevision, Undetermined } from '../finding';
import { activation } from './events';
import { specifiedPolicy } from './policy';

export interface Judgement {
  readonly findings: readonly Finding[];
  readonly revisions: readonly FindingRevision[];
  readonly undetermined: readonly Undetermined[];
}

/** Runs patterns over events in the order given, under the usual policy unless one is among the events. */
export function judge(patterns: PatternDeclaration | readonly PatternDeclaration[], events: readonly DomainEvent[]): Judgement {
  const engine = new PatternEngine(
    Array.isArray(patterns) ? (patterns as readonly PatternDeclaration[]) : [patterns as PatternDeclaration],
    {
      policyView: specifiedPolicy,
    },
  );
  const all = events.some(({ type }) => type === 'policy.activated') ? events : [activation({}, { id: 'policy' }), ...events];
  for (const entry of all) engine.apply(entry);
  return { findings: engine.current(), revisions: engine.drain().findings, undetermined: engine.undetermined() };
}
