import { spawnSync } from 'node:child_process';

/** Whether containers can be started here. */
export const dockerAnswers = (): boolean => spawnSync('docker', ['info'], { timeout: 10_000 }).status === 0;
