import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ruleFor, RULES } from './controlled-substances/rules';

/*
 * Derives the table of schedules from two public files and our reading of the law:
 *   rxnorm-classes.csv: which RxNorm codes the opioid guideline's value sets name (cqframework/opioid-cds-r4, CC0-1.0);
 *   fda-ndc-unfinished-dea-schedule-2018.csv: what the FDA says of bulk substances (FDA/openfda, CC0-1.0), as a second opinion.
 * Only codes are kept. In the project's folder: `node dist/tools/controlled-substances.js DIRECTORY-OF-THE-TWO-FILES`, then format.
 */
const TABLE = 'libs/ingestion/fhir/controlled-substances.json';
const [, , directory = ''] = process.argv;
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

type Row = Readonly<Record<string, string>>;
const rowsOf = (file: string): readonly Row[] => parse(readFileSync(join(directory, file)), { columns: true });

/** Codes that records at hand use for another drug than RxNorm does: nobody is to be held to have ordered what such a record does not name. */
const DISPUTED = new Map([['833036', 'a hydrocodone mixture in RxNorm, captopril in records of Synthea']]);

/** What the FDA says otherwise of a substance by itself, so that nobody has to find out again why the two differ. */
function conflicts(): readonly string[] {
  const said = new Map<string, Set<string>>();
  for (const row of rowsOf('fda-ndc-unfinished-dea-schedule-2018.csv')) {
    const [substance = ''] = (row['SUBSTANCENAME'] ?? '').toLowerCase().split(' ');
    if (!(row['SUBSTANCENAME'] ?? '').includes(';'))
      said.set(substance, (said.get(substance) ?? new Set()).add((row['DEASCHEDULE'] ?? '').slice(1)));
  }
  return RULES.flatMap(({ substance, schedule }) => {
    const others = [...(said.get(substance) ?? [])].filter((other) => other !== schedule).sort();
    return others.length === 0
      ? []
      : [`${substance}: ${schedule} here, ${others.join(' and ')} in the FDA's list of bulk substances of 2018`];
  }).filter((line, index, all) => all.indexOf(line) === index);
}

function derive(): void {
  const table = JSON.parse(readFileSync(TABLE, 'utf8')) as { description: string; entries: readonly { system: string; code: string }[] };
  const stated = new Set(table.entries.filter(({ system }) => system === RXNORM).map(({ code }) => code));
  const groups = new Map<string, { substance: string; schedule: string; source: string; codes: number[] }>();
  const undecided = new Map<string, number[]>();
  const displays = new Map(rowsOf('rxnorm-classes.csv').map((row) => [row['code'] ?? '', row['display'] ?? '']));
  for (const [code, display] of displays) {
    const disputed = DISPUTED.get(code);
    const rule = disputed === undefined ? ruleFor(display) : { undecided: disputed };
    if (rule === undefined || stated.has(code)) continue;
    if ('undecided' in rule) {
      undecided.set(rule.undecided, [...(undecided.get(rule.undecided) ?? []), Number(code)]);
      continue;
    }
    const name = `${rule.schedule} ${rule.substance} ${rule.source}`;
    const group = groups.get(name) ?? { ...rule, codes: [] };
    group.codes.push(Number(code));
    groups.set(name, group);
  }
  const ascending = (codes: readonly number[]): readonly number[] => [...codes].sort((left, right) => left - right);
  const derived = [...groups]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([, group]) => ({ ...group, codes: ascending(group.codes) }));
  const open = [...undecided]
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([reason, codes]) => ({ reason, codes: ascending(codes) }));
  writeFileSync(TABLE, `${JSON.stringify({ ...table, derived, undecided: open, conflicts: conflicts() }, undefined, 2)}\n`);
}

derive();
