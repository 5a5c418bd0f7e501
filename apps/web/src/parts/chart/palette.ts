import { useComputedColorScheme } from '@mantine/core';

export interface Palette {
  /** Up to five series, apart in lightness as well as in hue; the last is for what is left over. */
  readonly series: readonly [string, string, string, string, string];
  readonly text: string;
  readonly dimmed: string;
  readonly line: string;
  readonly surface: string;
  readonly band: string;
  readonly attention: string;
}

const light: Palette = {
  series: ['#0b6f77', '#d9962b', '#5d7fc9', '#a3b35c', '#9aa5ab'],
  text: '#1f272b',
  dimmed: '#56626b',
  line: '#dde3e5',
  surface: '#ffffff',
  band: '#cfdadc',
  attention: '#8a5506',
};

const dark: Palette = {
  series: ['#4fb3b8', '#e6b665', '#8aa6e6', '#bcc878', '#7d888e'],
  text: '#d5dadc',
  dimmed: '#a3adb3',
  line: '#323a3d',
  surface: '#1c2123',
  band: '#3b4649',
  attention: '#e6b665',
};

export function usePalette(): Palette {
  return useComputedColorScheme('light') === 'dark' ? dark : light;
}
