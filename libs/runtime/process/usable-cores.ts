import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** What a container may use of the cores, as the kernel says it inside of one: microseconds of processor time, or `max`, in a period of so many. */
const CONTAINER_QUOTA = '/sys/fs/cgroup/cpu.max';

/**
 * The cores that this process may keep busy: those of the machine that it may run on, and no more than its container is given, which
 * Node 20 does not count.
 * @param quotaFile where control groups of the second version say it; a machine without them has no such limit.
 */
export function usableCores(quotaFile = CONTAINER_QUOTA): number {
  const cores = availableParallelism();
  const [quota, period] = textOf(quotaFile).trim().split(' ').map(Number);
  const given = (quota ?? Number.NaN) / (period ?? Number.NaN);
  return Number.isFinite(given) && given > 0 ? Math.min(cores, Math.max(1, Math.floor(given))) : cores;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not Linux, or control groups of the first version.
    return '';
  }
}
