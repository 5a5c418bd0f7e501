import type { Condition } from './conditions';
import type { FactDeclaration, PatternDeclaration } from './declaration';
import type { MeasureDeclaration } from './measures/declarations';
import type { Setting } from './settings';

const origins = { S: 'the source texts', X: 'another public source', P: 'proposed, to be calibrated' } as const;
const routes = {
  review: 'Review: a crossing for a person to look at, never a verdict.',
  support: 'Support: never counts against the clinician.',
  wellbeing: 'Wellbeing: never counts against the clinician.',
} as const;
const subjects = {
  dyad: 'one clinician with one patient',
  clinician: 'one clinician',
  giver: 'one clinician with one giver of gifts',
} as const;

/** The page of a pattern in Markdown, made from its declaration alone. */
export function renderPatternPage(pattern: PatternDeclaration): string {
  const facts = Object.entries(pattern.facts).map(([name, fact]) => `- **${name}**: ${factInWords(fact)}`);
  const needs = (pattern.needs ?? []).map((need) => `- Undetermined where ${need.because}.`);
  return `${[
    `# ${pattern.words.title}`,
    `\`${pattern.id}\` version ${String(pattern.version)} · catalogue ${pattern.catalogue.join(', ')} · ${pattern.domain} · playbook ${pattern.playbook}`,
    pattern.question,
    routes[pattern.route],
    '## What counts',
    `Per ${subjects[pattern.per]}${pattern.by === undefined ? '' : ` and ${pattern.by}`}, within the setting \`${pattern.within.setting}\`.`,
    facts.join('\n'),
    `**Measure**: ${measureInWords(pattern.measure)}`,
    '## Bands',
    table(
      ['band', 'tier', 'from', 'meaning'],
      pattern.bands.map(({ band, tier, from, meaning }) => [band, tier, from === undefined ? 'named by its rule' : String(from), meaning]),
    ),
    '## Settings',
    table(['setting', 'default', 'unit', 'origin', 'meaning'], Object.entries(pattern.settings).map(settingRow)),
    '## What it needs',
    [`Fields: ${fieldsNeeded(pattern).join(', ') || 'none beyond the events themselves'}.`, ...needs].join('\n\n'),
    '## What it says',
    pattern.words.reason.map((sentence) => `> ${sentence}`).join('\n>\n'),
    pattern.words.counterfactual.map((sentence) => `> *${sentence}*`).join('\n>\n'),
    '## What looks like it and is not',
    pattern.falsePositives.map((entry) => `- ${entry}`).join('\n'),
    `Source: ${pattern.source}.`,
  ].join('\n\n')}\n`;
}

/** Fields of events, as \`event type: field\`, without which the pattern cannot tell. */
export function fieldsNeeded(pattern: PatternDeclaration): readonly string[] {
  const needed = Object.values(pattern.facts).flatMap((fact) =>
    fact.from.flatMap(({ type }) =>
      [...fact.when, ...Object.values(fact.unless ?? {})].flatMap((condition) => {
        if (condition.test === 'exact-time') return [`\`${type}\`: exact time`];
        if (condition.test === 'off-duty') return [`\`${type}\`: exact time`, 'rosters or hours'];
        return 'field' in condition ? [`\`${type}\`: ${condition.field}`] : [];
      }),
    ),
  );
  return [...new Set(needed)];
}

function factInWords(fact: FactDeclaration): string {
  const events = fact.from.map(({ type }) => `\`${type}\``).join(' or ');
  const when = fact.when.map(conditionInWords);
  const unless = Object.entries(fact.unless ?? {}).map(([name, condition]) => `*${name}* (${conditionInWords(condition)})`);
  const ended = (fact.endedBy ?? []).map(({ type }) => `\`${type}\``);
  return [
    when.length === 0 ? events : `${events}, where ${when.join(' and ')}`,
    ...(unless.length === 0 ? [] : [`left out as ${unless.join(', ')}`]),
    ...(ended.length === 0 ? [] : [`ended by ${ended.join(', ')}`]),
    ...(fact.standsAlone === undefined ? [] : [`never added up where ${conditionInWords(fact.standsAlone)}`]),
  ].join('; ');
}

function conditionInWords(condition: Condition): string {
  switch (condition.test) {
    case 'field-is':
      return `${condition.field} is ${condition.negated ? 'none of ' : ''}${condition.values.join(' or ')}`;
    case 'field-presence':
      return `${condition.field} is ${condition.present ? 'given' : 'not given'}`;
    case 'flag-is':
      return `${condition.value ? '' : 'not '}${condition.field}`;
    case 'personal-channel':
      return `the ${condition.field} is not approved by the policy of the time`;
    case 'exact-time':
      return 'the time of day is known';
    case 'off-duty':
      return 'the clinician is neither on shift nor on call (where no roster is known: outside the institution’s hours)';
  }
}

function measureInWords(measure: MeasureDeclaration): string {
  switch (measure.measure) {
    case 'single-fact':
      return `one is enough: ${measure.rules.map(({ of, notAfter }) => (notAfter === undefined ? of : `${of} with no ${notAfter} before`)).join('; or ')}.`;
    case 'count':
      return `at least \`${measure.atLeast.setting}\` of ${measure.of}.`;
    case 'weighted-count':
      return (
        `at least \`${measure.atLeast.setting}\` of ${measure.of}, each between \`${measure.nightly.from.setting}\` and \`${measure.nightly.to.setting}\` counted ` +
        `\`${measure.nightly.times.setting}\` times, and more than the peers’ 95th percentile; the policy’s weight of the ${measure.channel} decides the band.`
      );
    case 'sum':
      return (
        `the sum of ${measure.field} above \`${measure.above.limit.setting}\`; or one where ${conditionInWords(measure.anyOf.when)}; or at least ` +
        `\`${measure.atLeast.number.setting}\` of them. Amounts of other currencies are never added.`
      );
    case 'sequence':
      return `${measure.then} after ${measure.first}.`;
    case 'missing-companion':
      return `${measure.of} with no ${measure.companions.join(' and no ')} before, up to the end of its local day.`;
    case 'absence-by-day-end':
      return `when a local day is closed: at least \`${measure.atLeast.setting}\` of ${measure.of}, at least \`${measure.share.setting}\` per cent of them with no ${measure.companion} on their local day.`;
    case 'trend':
      return [
        `${measure.of} at least \`${measure.ratio.setting}\` times those of the window before`,
        measure.exposure === undefined ? '' : `, raw and per ${measure.exposure}`,
        measure.peers === undefined ? '.' : ', and more than the peers’ 95th percentile.',
      ].join('');
    case 'registry-match':
      return `${measure.of} for somebody whom ${measure.registry} names.`;
    case 'stage-machine':
      return (
        `at least \`${measure.atLeast.setting}\` of the stages, in their order: ` +
        `${measure.stages.map(({ stage, name, findings, facts }) => `${String(stage)} ${name} (${[...findings.map(({ pattern }) => pattern), ...facts].join(', ')})`).join(' → ')}.`
      );
  }
}

const settingRow = ([name, setting]: readonly [string, Setting]): string[] => [
  `\`${name}\``,
  String(setting.default),
  setting.unit,
  origins[setting.origin],
  setting.meaning,
];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
