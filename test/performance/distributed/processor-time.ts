import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { Program } from '../../../infra/local/platform';

const CPU_SECONDS = /^plumbline_process_cpu_seconds_total (\S+)/m;

/** Seconds of processor time that a program has taken so far, all of its threads together, as its own metrics say. */
export async function cpuSeconds(program: Program): Promise<number> {
  const text = await (await fetch(`${program.address}/metrics`)).text();
  const seconds = CPU_SECONDS.exec(text)?.[1];
  if (seconds === undefined) throw new Error(`the metrics of ${program.name} do not tell its processor time`);
  return Number(seconds);
}

export const cpuSecondsOf = async (programs: readonly Program[]): Promise<number> =>
  (await Promise.all(programs.map(cpuSeconds))).reduce((sum, seconds) => sum + seconds, 0);

const TICKS_A_SECOND = 100;

/** The same of a process that tells no metrics, as Linux counts it; a hundredth of a second is the least that it counts. */
export async function cpuSecondsOfProcess(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
  // The name before it may hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** How busy all cores of the machine are from now until it is asked, by whomever: 0 to 1. */
export function machineBusy(): () => number {
  const times = (): { readonly idle: number; readonly all: number } => {
    const each = cpus().map(({ times: { user, nice, sys, irq, idle } }) => ({ idle, all: user + nice + sys + irq + idle }));
    return { idle: each.reduce((sum, { idle }) => sum + idle, 0), all: each.reduce((sum, { all }) => sum + all, 0) };
  };
  const before = times();
  return () => {
    const now = times();
    return 1 - (now.idle - before.idle) / Math.max(1, now.all - before.all);
  };
}
