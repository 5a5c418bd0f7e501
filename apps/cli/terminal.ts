import type { Problem } from '@plumbline/kernel';
import type { Environment } from '@plumbline/runtime';
import { resolve } from 'node:path';

/** Everything that the command line has of the world, so that a specification can give it another one. */
export interface Terminal {
  readonly out: NodeJS.WritableStream;
  readonly error: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly environment: Environment;
  /** Where relative paths of the command begin. */
  readonly workingDirectory: string;
}

/** A path as the user meant it. */
export const pathOf = ({ workingDirectory }: Terminal, path: string): string => resolve(workingDirectory, path);

export const sayProblems = ({ error }: Terminal, problems: readonly Problem[]): void => {
  for (const { place, reason, remedy, code } of problems) {
    error.write(`plumbline: ${place === undefined ? '' : `${place}: `}${reason} ${remedy} (${code})\n`);
  }
};

/** Rows under their heads, as wide as their contents. */
export function columns(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, index) => Math.max(head.length, ...rows.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [heads, ...rows].map(line).join('\n');
}

export const amount = (value: number): string => value.toLocaleString('en-GB');
