import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { urgencyWords, type Urgency } from './urgency';

/** Each degree has a shape of its own; colour only repeats what shape and word already say. */
const shapes: Record<Urgency, ReactNode> = {
  overdue: <path d="M8 1.5 15 14H1z" fill="currentColor" />,
  worse: <path d="M8 2 14 9h-4v5H6V9H2z" fill="currentColor" />,
  new: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  open: <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="2" />,
  asleep: <path d="M10.5 1.8A6.3 6.3 0 1 0 14.2 10 5 5 0 0 1 10.5 1.8z" fill="currentColor" />,
  done: (
    <path d="M2.5 8.5 6.5 12.5 13.5 4" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
  ),
  withdrawn: <path d="M2.5 8h11" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
};

const tones: Record<Urgency, string> = {
  overdue: 'var(--attention-text)',
  worse: 'var(--attention-text)',
  new: 'var(--accent-text)',
  open: 'var(--mantine-color-text)',
  asleep: 'var(--mantine-color-dimmed)',
  done: 'var(--mantine-color-dimmed)',
  withdrawn: 'var(--mantine-color-dimmed)',
};

export function UrgencyMark({ urgency }: { readonly urgency: Urgency }) {
  return (
    <Group gap={6} wrap="nowrap" c={tones[urgency]} component="span">
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden style={{ flex: 'none' }}>
        {shapes[urgency]}
      </svg>
      <Text component="span" size="sm" fw={urgency === 'overdue' || urgency === 'worse' || urgency === 'new' ? 600 : 400} truncate>
        {urgencyWords[urgency]}
      </Text>
    </Group>
  );
}
