import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { patterns } from '@plumbline/patterns';
import { stringify } from 'yaml';
import { checkPolicy, readPolicy } from './read-policy';
import type { PolicyDocument } from './document';
import { defaultPolicyText } from './default-policy.generated';

const root = join(__dirname, '..', '..');
const yaml = readFileSync(join(root, 'libs/policy/default-policy.yaml'), 'utf8');

const context = { patterns };

const readDefault = (): PolicyDocument => {
  const read = readPolicy(yaml, context);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
};

/** The default policy with one change, as the text of a file. */
function changed(change: (document: Record<string, never>) => void): string {
  const document = structuredClone(readDefault()) as unknown as Record<string, never>;
  change(document);
  return stringify(document);
}
const codes = (text: string): readonly string[] => checkPolicy(text, context).map(({ code }) => code);

describe('the default policy', () => {
  it('has no problem', () => {
    expect(checkPolicy(yaml, context)).toEqual([]);
  });

  it('is built in exactly as it stands in the file', () => {
    expect(defaultPolicyText).toBe(yaml);
  });

  it('is activated with its holidays as dates, so that no calendar is asked afterwards', () => {
    const { dates } = readDefault().institution.holidays;
    expect(dates).toContainEqual({ date: '2026-04-03', name: 'Good Friday' });
    expect(dates).toContainEqual({ date: '2026-12-28', name: 'Boxing Day (substitute day)' });
    expect(dates?.map(({ date }) => date)).not.toContain('2026-02-14');
  });

  it('reads alike from JSON', () => {
    expect(readPolicy(JSON.stringify(readDefault()), context)).toEqual({ ok: true, value: readDefault() });
  });
});

describe('a policy with problems', () => {
  it('is told every one of them at once, each with its line', () => {
    const text = yaml
      .replace('zone: Europe/London', 'zone: Europe/Londres')
      .replace('monday: [08:00-18:30]', 'monday: [08:00-18:30, 18:00-20:00]')
      .replace('portal: { approved: true, weight: 10 }', 'portel: { approved: true, weight: 10 }')
      .replace('gift-accumulation:', 'gift-acumulation:')
      .replace('windowDays: 30 days', 'windowDays: 4 weeks\n      colour: red')
      .replace('tiers: { informal-conversation: 0, awareness: 2, guided-plan: 5 }', 'tiers: { awareness: 3, guided-plan: 2 }')
      .replace('role: risk-manager, department: any }]', 'role: nobody, department: any }]');
    const problems = checkPolicy(text, context);
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'policy.missing',
      'policy.overlapping-hours',
      'policy.tier-order',
      'policy.unknown-channel',
      'policy.unknown-pattern',
      'policy.unknown-recipient',
      'policy.unknown-setting',
      'policy.unknown-zone',
      'policy.wrong-unit',
    ]);
    const lineOf = (needle: string): string => String(text.slice(0, text.indexOf(needle)).split('\n').length);
    const place = (code: string): string => problems.find((problem) => problem.code === code)?.place ?? '';
    expect(place('policy.unknown-zone')).toBe(`line ${lineOf('zone: Europe')}, column 3 (/institution/zone)`);
    expect(place('policy.overlapping-hours')).toMatch(`line ${lineOf('18:00-20:00')}, `);
    expect(place('policy.unknown-pattern')).toBe(`line ${lineOf('gift-acumulation')}, column 3 (/patterns/gift-acumulation)`);
    expect(place('policy.wrong-unit')).toMatch('(/patterns/repeated-after-hours-contact/settings/windowDays)');
    for (const problem of problems) expect(problem.remedy).toMatch(/\.$/);
  });

  it('names every deviation from the form before it looks further', () => {
    const problems = checkPolicy('policy: x\nversion: 0\ninstitution: []\nextra: 1\n', context);
    expect(problems.map(({ code, place }) => `${code} ${place ?? ''}`)).toEqual([
      'policy.missing /',
      'policy.missing /',
      'policy.missing /',
      'policy.missing /',
      'policy.missing /',
      'policy.missing /',
      'policy.unknown-field line 4, column 1 (/extra)',
      'policy.wrong-form line 2, column 1 (/version)',
      'policy.wrong-type line 3, column 1 (/institution)',
    ]);
  });

  it.each([
    ['text that is no YAML', 'policy: [', 'policy.not-yaml'],
    ['a key that stands twice', 'policy: a\npolicy: b\n', 'policy.not-yaml'],
    ['an alias that unfolds without end', `a: &a [x,x,x,x,x,x,x,x,x]\n${nested('a', 9)}`, 'policy.not-yaml'],
    ['a text of two megabytes', `# ${'x'.repeat(2_000_000)}`, 'policy.too-large'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'policy.too-deep'],
    ['twenty thousand lists in one another', '['.repeat(20_000) + ']'.repeat(20_000), 'policy.too-deep'],
    ['groups of fields in one another', '{a: '.repeat(50_000), 'policy.too-deep'],
    ['list marks in one another', '- '.repeat(50_000), 'policy.too-deep'],
    ['fields that go ever deeper', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'policy.too-deep'],
    ['an alias of itself', 'a: &a\n  b: *a\n', 'policy.unknown-field'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'policy.not-yaml'],
    ['a key that would change the prototype', '__proto__: { polluted: 1 }\n', 'policy.unknown-field'],
    ['nothing at all', '', 'policy.wrong-type'],
  ])('refuses %s', (_what, text, code) => {
    expect(codes(text)).toContain(code);
  });

  it.each<[string, (document: Record<string, never>) => void, string]>([
    ['hours that end before they begin', set('institution.hours.friday', ['18:00-08:00']), 'policy.empty-hours'],
    ['a recipient in a zone that does not exist', set('routing.recipients.0.zone', 'Europe/Londres'), 'policy.unknown-zone'],
    ['a currency that does not exist', set('institution.currency', 'GBX'), 'policy.unknown-currency'],
    ['a country without calendar', set('institution.holidays.country', 'ZZ'), 'policy.unknown-country'],
    ['a region of another country', set('institution.holidays.region', 'BY'), 'policy.unknown-region'],
    ['years in the wrong order', set('institution.holidays.years', { from: 2030, to: 2020 }), 'policy.holiday-years'],
    ['quiet hours that are never', set('routing.quietHours.to', '20:00'), 'policy.quiet-hours'],
    ['a transport without address', set('routing.routes.0.transports', ['webhook']), 'policy.unreachable-recipient'],
    ['a route twice', set('routing.routes.1.id', 'clinician-support'), 'policy.repeated-route'],
    ['a general route before others', set('routing.routes.0.when', {}), 'policy.unreachable-route'],
    ['a route for an unknown pattern', set('routing.routes.0.when', { patterns: ['x'] }), 'policy.unknown-pattern'],
    ['a setting beyond its range', set('patterns.repeated-after-hours-contact.settings', { windowDays: 401 }), 'policy.out-of-range'],
    ['a setting of another kind', set('patterns.repeated-after-hours-contact.settings', { windowDays: true }), 'policy.wrong-type'],
    [
      'a word that a setting lacks',
      set('patterns.repeated-after-hours-contact.settings', { withoutPeers: 'calm' }),
      'policy.unknown-value',
    ],
    ['a number with four decimals', set('patterns.rising-controlled-refills.settings', { ratio: 1.2345 }), 'policy.out-of-range'],
    ['a local time that is none', set('patterns.repeated-after-hours-contact.settings', { nightFrom: '25:00' }), 'policy.wrong-unit'],
    ['a tier that the pattern lacks', set('patterns.repeated-after-hours-contact.tiers', { disciplinary: 9 }), 'policy.unknown-tier'],
    ['a tier beyond the default of the next', set('patterns.repeated-after-hours-contact.tiers', { awareness: 6 }), 'policy.tier-order'],
    ['a lost playbook', set('playbooks', {}), 'policy.unknown-playbook'],
    ['an escalation out of order', set('routing.routes.4.escalation.1', { afterMinutes: 5, notify: [] }), 'policy.wrong-form'],
  ])('finds %s', (_what, change, code) => {
    expect(codes(changed(change))).toContain(code);
  });
});

describe('a recipient', () => {
  it('without a department serves every department', () => {
    expect(codes(changed(set('routing.routes.0.notify.0.department', 'Surgery')))).toEqual([]);
    const only = (document: Record<string, never>): void => {
      set('routing.recipients.2.department', 'Oncology')(document);
      set('routing.routes.0.notify.0.department', 'Surgery')(document);
    };
    expect(codes(changed(only))).toContain('policy.unknown-recipient');
  });
});

describe('settings', () => {
  it('may be written with their unit and arrive as plain numbers', () => {
    const read = readPolicy(
      changed(set('patterns.repeated-after-hours-contact.settings', { windowDays: '1 day', nightTimes: 2.5 })),
      context,
    );
    expect(read.ok && read.value.patterns['repeated-after-hours-contact']?.settings).toEqual({ windowDays: 1, nightTimes: 2.5 });
  });
});

/** Each list holds the one before nine times. */
function nested(name: string, depth: number): string {
  const lines: string[] = [];
  for (let level = 0, last = name; level < depth; level += 1) {
    const next = `${name}${String(level)}`;
    lines.push(`${next}: &${next} [${Array.from({ length: 9 }, () => `*${last}`).join(',')}]`);
    last = next;
  }
  return lines.join('\n');
}

function set(path: string, value: unknown): (document: Record<string, never>) => void {
  return (document) => {
    const steps = path.split('.');
    const last = steps.pop()!;
    const parent = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, document);
    parent[last] = value;
  };
}
