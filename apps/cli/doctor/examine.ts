import { ProblemError } from '@plumbline/kernel';
import { operatedConfiguration, runningPlatform, type OperatedConfiguration } from '@plumbline/platform';
import type { Environment } from '@plumbline/runtime';
import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { freemem } from 'node:os';
import { dirname } from 'node:path';
import type { ExaminedPart } from './examined-part';
import { outside } from './outside';

const GIGABYTE = 1_000_000_000;
/** A day of a large hospital with its ClickHouse rows, merged twice. */
const DISK_NEEDED = 2 * GIGABYTE;
/** The engine, the folds and a batch in flight. */
const MEMORY_NEEDED = 0.7 * GIGABYTE;

/** Looks without changing anything: a data directory that does not exist yet is not made. */
export async function examine(environment: Environment): Promise<readonly ExaminedPart[]> {
  const parts: ExaminedPart[] = [{ name: 'Node', ok: true, says: process.versions.node }];
  let configuration: OperatedConfiguration;
  try {
    configuration = operatedConfiguration(environment);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [...parts, ...error.problems.map(({ reason, remedy }) => ({ name: 'configuration', ok: false, says: reason, remedy }))];
  }
  parts.push({ name: 'configuration', ok: true, says: 'every setting can be used.' });
  parts.push(await dataDirectory(configuration.directory), await disk(configuration.directory), memory());
  const running = await runningPlatform(configuration.directory);
  parts.push(running === undefined ? await port(configuration.port) : await ready(running.address));
  if ('kafkaBrokers' in configuration) parts.push(...(await outside(configuration)));
  return parts;
}

/** The directory itself, or the nearest one above it that exists. */
function standing(path: string): string {
  let directory = path;
  while (!existsSync(directory)) directory = dirname(directory);
  return directory;
}

async function dataDirectory(path: string): Promise<ExaminedPart> {
  const name = 'data directory';
  try {
    await access(standing(path), constants.W_OK | constants.X_OK);
  } catch {
    return {
      name,
      ok: false,
      says: `${path} cannot be written to.`,
      remedy: 'Give this user write access, or name another with PLUMBLINE_DATA_DIR.',
    };
  }
  return { name, ok: true, says: existsSync(path) ? `${path} can be written to.` : `${path} will be made at the first start.` };
}

async function disk(path: string): Promise<ExaminedPart> {
  const { bavail, bsize } = await statfs(standing(path));
  const free = bavail * bsize;
  const says = `${(free / GIGABYTE).toFixed(1)} GB are free.`;
  return { name: 'disk', ok: free >= DISK_NEEDED, says, remedy: `Make room: ${DISK_NEEDED / GIGABYTE} GB should be free.` };
}

function memory(): ExaminedPart {
  const free = freemem();
  const says = `${(free / GIGABYTE).toFixed(1)} GB are free.`;
  return { name: 'memory', ok: free >= MEMORY_NEEDED, says, remedy: `Make room: ${MEMORY_NEEDED / GIGABYTE} GB should be free.` };
}

function port(number: number): Promise<ExaminedPart> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const says = `${number} is not to be had (${error.code ?? 'unknown'}).`;
      resolve({ name: 'port', ok: false, says, remedy: 'Stop what listens there, or choose another with PLUMBLINE_PORT.' });
    });
    server.listen(number, '127.0.0.1', () => {
      server.close(() => {
        resolve({ name: 'port', ok: true, says: `${number} is free.` });
      });
    });
  });
}

async function ready(address: string): Promise<ExaminedPart> {
  const name = 'running platform';
  const remedy = 'Look into its log; /health/ready says which part is not ready.';
  try {
    const { ok, status } = await fetch(new URL('/health/ready', address), { signal: AbortSignal.timeout(5_000) });
    return { name, ok, says: ok ? `is ready at ${address}.` : `answers ${status} at ${address}.`, remedy };
  } catch {
    return { name, ok: false, says: `does not answer at ${address}.`, remedy };
  }
}
