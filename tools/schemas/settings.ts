import { settingsOfPrograms } from '@plumbline/platform';
import type { Setting } from '@plumbline/runtime';

/** Texts, numbers and flags are shown; a list or an address has no default worth a word. */
const shown = (value: unknown): string =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean' ? `\`${value}\`` : '–';

const byVariable = (left: Setting<unknown>, right: Setting<unknown>): number => (left.variable < right.variable ? -1 : 1);

function tableOf(settings: Readonly<Record<string, Setting<unknown>>>, root: string): readonly string[] {
  const rows = Object.values(settings)
    .toSorted(byVariable)
    .map((setting) => {
      const fallback = setting.fallback === undefined ? 'required' : shown(setting.fallback()).replace(`${root}/`, '');
      return `| \`${setting.variable}\` | ${setting.secret ? '– (a secret)' : fallback} | ${setting.describes} |`;
    });
  return ['| variable | default | what it is |', '|---|---|---|', ...rows, ''];
}

/** The page of all settings, made from their declarations, so that none is missing. */
export function generatedSettings(root: string): ReadonlyMap<string, string> {
  const { standalone, ...distributed } = settingsOfPrograms;
  const text = [
    '# Settings',
    '',
    'Environment variables. All mistakes are reported at once, and a misspelt name is one. Rendered from the code.',
    '',
    '## The platform in one process',
    '',
    ...tableOf(standalone, root),
    'Each process of the distributed platform reads its own of these; one file of variables may serve all of them.',
    '',
    ...Object.entries(distributed).flatMap(([name, settings]) => [`## The process ${name}`, '', ...tableOf(settings, root)]),
  ].join('\n');
  return new Map([['docs/operating/settings.md', text]]);
}
