import { platformSettings } from '@plumbline/platform';

/** Texts, numbers and flags are shown; a list or an address has no default worth a word. */
const shown = (value: unknown): string =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean' ? `\`${value}\`` : '–';

/** The page of all settings, made from their declarations, so that none is missing. */
export function generatedSettings(root: string): ReadonlyMap<string, string> {
  const rows = Object.values(platformSettings)
    .map((setting) => ({ setting, fallback: setting.fallback === undefined ? 'required' : shown(setting.fallback()).replace(`${root}/`, '') }))
    .sort((left, right) => (left.setting.variable < right.setting.variable ? -1 : 1))
    .map(({ setting, fallback }) => `| \`${setting.variable}\` | ${setting.secret ? '– (a secret)' : fallback} | ${setting.describes} |`);
  const text = [
    '# Settings',
    '',
    'Environment variables of the platform in one process. All mistakes are reported at once, and a misspelt name is one. Rendered from the code.',
    '',
    '| variable | default | what it is |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
  return new Map([['docs/operating/settings.md', text]]);
}
