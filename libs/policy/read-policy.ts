import { ProblemError, failure, success, type Problem, type Result } from '@plumbline/kernel';
import type { SettingValue } from '@plumbline/pattern-kit';
import { checkChannels } from './checks/channels';
import { checkInstitution } from './checks/institution';
import { checkPatterns } from './checks/patterns';
import { checkRouting } from './checks/routing';
import { checkShape, isPolicyDocument, type Fault } from './checks/shape';
import type { DeclaredPattern } from './declared-pattern';
import type { PatternRule, PolicyDocument } from './document';
import { defaultPolicyText } from './default-policy.generated';
import { resolveHolidays } from './holidays';
import { PolicyText } from './policy-text';
import { readSetting } from './settings';

/** What a policy is checked against. */
export interface PolicyContext {
  readonly patterns: readonly DeclaredPattern[];
}

function faultsOf(value: unknown, context: PolicyContext): readonly Fault[] {
  const shape = checkShape(value);
  if (!isPolicyDocument(value)) return shape;
  return [...checkInstitution(value), ...checkChannels(value), ...checkPatterns(value, context.patterns), ...checkRouting(value)];
}

function readSettings(rule: PatternRule, pattern: DeclaredPattern | undefined): PatternRule {
  if (rule.settings === undefined || pattern === undefined) return rule;
  const settings: Record<string, SettingValue> = {};
  for (const [name, written] of Object.entries(rule.settings)) {
    const declared = pattern.settings[name];
    const read = declared === undefined ? undefined : readSetting(declared, written);
    if (read?.ok === true) settings[name] = read.value;
  }
  return { ...rule, settings };
}

/** The form in which a policy comes into force: settings as plain values, holidays as dates, the instant in UTC. */
function resolve(document: PolicyDocument, { patterns }: PolicyContext): PolicyDocument {
  const declared = new Map(patterns.map((pattern) => [pattern.id, pattern]));
  const { holidays } = document.institution;
  return {
    ...document,
    effectiveFrom: new Date(document.effectiveFrom).toISOString(),
    institution: { ...document.institution, holidays: { ...holidays, dates: resolveHolidays(holidays) } },
    patterns: Object.fromEntries(Object.entries(document.patterns).map(([id, rule]) => [id, readSettings(rule, declared.get(id))])),
  };
}

/**
 * Reads a policy from YAML or JSON. Either the policy, ready to be activated, or every problem that it has, each with its line.
 * Where the form is broken the cross checks are left out, because what they would say could be wrong.
 */
export function readPolicy(text: string, context: PolicyContext): Result<PolicyDocument, readonly Problem[]> {
  const source = new PolicyText(text);
  if (source.problems.length > 0) return failure(source.problems);
  const faults = faultsOf(source.value, context);
  if (faults.length > 0 || !isPolicyDocument(source.value)) {
    return failure(faults.map(({ code, path, reason, remedy }) => ({ code, reason, remedy, place: source.placeOf(path) })));
  }
  return success(resolve(source.value, context));
}

/** Every problem of a policy's text with its place; empty where it can be activated. */
export function checkPolicy(text: string, context: PolicyContext): readonly Problem[] {
  const read = readPolicy(text, context);
  return read.ok ? [] : read.failure;
}

/** The policy that ships with the product, ready to be activated. */
export function defaultPolicy(context: PolicyContext): PolicyDocument {
  const read = readPolicy(defaultPolicyText, context);
  if (!read.ok) throw new ProblemError(read.failure);
  return read.value;
}
