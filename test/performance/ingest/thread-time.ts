import { readFileSync } from 'node:fs';

/**
 * Microseconds of processor time that the calling process's first thread, which runs the event loop, has used. Linux tells it for each
 * thread; elsewhere it is the time of the whole process, helpers included, and the figure is that much worse.
 */
export function eventLoopMicroseconds(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1_000;
  } catch {
    const { user, system } = process.cpuUsage();
    return user + system;
  }
}
