import { projectRoot } from '@plumbline/platform';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr?: string; readonly rawSql?: string }[];
}

export const inProject = (...path: string[]): string => join(projectRoot, ...path);

export function readRules(): readonly Rule[] {
  const file = parse(readFileSync(inProject('infra/prometheus/rules.yaml'), 'utf8')) as { groups: { rules: Rule[] }[] };
  return file.groups.flatMap(({ rules }) => rules);
}

const panels = (): readonly Panel[] =>
  readdirSync(inProject('infra/grafana/dashboards')).flatMap(
    (file) => (JSON.parse(readFileSync(inProject('infra/grafana/dashboards', file), 'utf8')) as { panels: Panel[] }).panels,
  );

/** The questions of all panels, by the panel's title. */
export const promqlOfPanels = (): readonly (readonly [string, string])[] =>
  panels().flatMap(({ title, targets }) => targets.flatMap(({ expr }) => (expr === undefined ? [] : [[title, expr] as const])));

export const sqlOfPanels = (): readonly (readonly [string, string])[] =>
  panels().flatMap(({ title, targets }) => targets.flatMap(({ rawSql }) => (rawSql === undefined ? [] : [[title, rawSql] as const])));

/** The metrics that an expression names, and for each the labels that it asks for. */
export function metricsIn(expression: string): readonly { readonly name: string; readonly labels: readonly string[] }[] {
  return [...expression.matchAll(/\b(plumbline_[a-z0-9_]+)(?:\{([^}]*)\})?/g)].map(([, name = '', matchers = '']) => ({
    name,
    labels: [...matchers.matchAll(/([a-z_]+)\s*[=!]/g)].map(([, label = '']) => label),
  }));
}
