import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent. Shade 8 carries white text at 5.9 : 1. */
const plumb: MantineColorsTuple = [
  '#e9f6f6',
  '#d3ebec',
  '#a7d6d8',
  '#78c0c3',
  '#4fadb1',
  '#359fa4',
  '#23949a',
  '#0f8188',
  '#046f76',
  '#005a60',
];

/** Support and wellbeing wear another colour than review, so that nobody takes one for the other. */
const support: MantineColorsTuple = [
  '#f5effb',
  '#e8dbf4',
  '#d0b6e8',
  '#b78fdc',
  '#a26dd1',
  '#9457cb',
  '#8d4bc8',
  '#7a3cb1',
  '#6b349c',
  '#5d2b8a',
];

/** Urgency of a review, never of a person: ochre, not red. */
const ochre: MantineColorsTuple = [
  '#fdf5e6',
  '#f7e8cb',
  '#efd09a',
  '#e6b665',
  '#dfa03a',
  '#da921f',
  '#c07c12',
  '#a3660a',
  '#8a5506',
  '#6f4303',
];

export const theme = createTheme({
  primaryColor: 'plumb',
  primaryShade: { light: 8, dark: 8 },
  colors: { plumb, support, ochre },
  fontFamily: "'Inter Variable', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  headings: { fontWeight: '620' },
  // The 8-point grid: everything is a multiple of 8, with 4 as the half step.
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Card: { defaultProps: { withBorder: true, padding: 'md', radius: 'lg' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } } },
    Table: { defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm' } },
  },
});

/**
 * Colours by meaning, each in two schemes. Text tones keep 4.5 : 1 on the page and on a card. The chart tones differ in lightness as well
 * as in hue, so that they stay apart for people who see colours differently.
 */
export const meaningfulColours: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f8f8',
    '--mantine-color-dimmed': '#56626b',
    '--mantine-color-placeholder': '#66727b',
    '--surface': '#ffffff',
    '--hairline': '#dde3e5',
    '--accent-text': '#046f76',
    '--support-text': '#6b349c',
    '--support-soft': '#f5effb',
    '--attention-text': '#8a5506',
    '--attention-soft': '#fdf5e6',
    '--attention-mark': '#c07c12',
    '--shift': '#e3eff0',
    '--on-call': '#f3e7d0',
    '--peers': '#cfdadc',
  },
  dark: {
    '--mantine-color-body': '#14181a',
    '--mantine-color-dimmed': '#a3adb3',
    '--mantine-color-placeholder': '#929ca2',
    '--surface': '#1c2123',
    '--hairline': '#323a3d',
    '--accent-text': '#78c0c3',
    '--support-text': '#d0b6e8',
    '--support-soft': '#2d2338',
    '--attention-text': '#e6b665',
    '--attention-soft': '#332816',
    '--attention-mark': '#da921f',
    '--shift': '#1f3335',
    '--on-call': '#3a301c',
    '--peers': '#455054',
  },
});
