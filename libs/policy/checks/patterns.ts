import type { DeclaredPattern } from '../declared-pattern';
import { TIERS, type PatternRule, type PolicyDocument } from '../document';
import { readSetting } from '../settings';
import type { Fault } from './shape';

function checkSettings(pattern: DeclaredPattern, rule: PatternRule): readonly Fault[] {
  return Object.entries(rule.settings ?? {}).flatMap(([name, value]): readonly Fault[] => {
    const path = ['patterns', pattern.id, 'settings', name];
    const declared = Object.hasOwn(pattern.settings, name) ? pattern.settings[name] : undefined;
    if (declared === undefined) {
      const known = Object.keys(pattern.settings).join(', ');
      const remedy = known === '' ? 'Remove it; the pattern has no settings.' : `Use one of ${known}.`;
      return [{ code: 'policy.unknown-setting', path, reason: `${pattern.id} has no setting \`${name}\`.`, remedy }];
    }
    const read = readSetting(declared, value);
    return read.ok ? [] : [{ ...read.failure, path, reason: `\`${name}\` of ${pattern.id}: ${read.failure.reason}` }];
  });
}

/** A higher tier asks for more than a lower one, the pattern's own numbers included: otherwise the lower one could never be reached. */
function checkTiers({ id, bands }: DeclaredPattern, rule: PatternRule): readonly Fault[] {
  const faults: Fault[] = [];
  const defaults = new Map(bands.flatMap(({ tier, from }) => (from === undefined ? [] : [[tier, from] as const])));
  const known = [...defaults.keys()].join(', ');
  for (const tier of TIERS.filter((name) => rule.tiers?.[name] !== undefined && !defaults.has(name))) {
    const remedy = known === '' ? 'Remove `tiers`.' : `Use one of ${known}.`;
    const reason = `${id} has no band of the tier ${tier} that a number could move.`;
    faults.push({ code: 'policy.unknown-tier', path: ['patterns', id, 'tiers', tier], reason, remedy });
  }
  if (rule.tiers === undefined) return faults;
  let below: { readonly tier: string; readonly value: number } | undefined;
  for (const tier of TIERS) {
    const value = rule.tiers[tier] ?? defaults.get(tier);
    if (value === undefined) continue;
    if (below !== undefined && value <= below.value) {
      faults.push({
        code: 'policy.tier-order',
        path: ['patterns', id, 'tiers', rule.tiers[tier] === undefined ? below.tier : tier],
        reason: `The tier ${tier} of ${id} begins at ${String(value)}, no higher than ${below.tier} at ${String(below.value)}.`,
        remedy: `Raise it above ${String(below.value)} or leave one of the two out.`,
      });
    }
    below = { tier, value };
  }
  return faults;
}

/** Patterns, their settings and tiers against the declarations, and that the playbook of each is in the policy. */
export function checkPatterns(document: PolicyDocument, patterns: readonly DeclaredPattern[]): readonly Fault[] {
  const declared = new Map(patterns.map((pattern) => [pattern.id, pattern]));
  return Object.entries(document.patterns).flatMap(([id, rule]): readonly Fault[] => {
    const pattern = declared.get(id);
    if (pattern === undefined) {
      const remedy = `Use one of ${[...declared.keys()].join(', ')}.`;
      return [{ code: 'policy.unknown-pattern', path: ['patterns', id], reason: `No pattern is called ${id}.`, remedy }];
    }
    const faults = [...checkSettings(pattern, rule), ...checkTiers(pattern, rule)];
    if (rule.enabled && !Object.hasOwn(document.playbooks, pattern.playbook)) {
      faults.push({
        code: 'policy.unknown-playbook',
        path: ['playbooks'],
        reason: `${id} refers to the playbook ${pattern.playbook}, which the policy lacks.`,
        remedy: `Add the playbook ${pattern.playbook}.`,
      });
    }
    return faults;
  });
}
