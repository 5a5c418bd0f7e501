/**
 * Processor time that the process has used, the collector's threads included, in milliseconds. On a machine that others share it measures
 * the work; the clock on the wall would measure the others.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
