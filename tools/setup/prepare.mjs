// Installs and builds what is missing, and nothing else. Uses only what Node itself brings, because nothing is installed yet when it runs.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const installedStamp = join(root, 'node_modules', '.plumbline-installed');
const builtStamp = join(root, 'dist', '.plumbline-built');

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Ends with one sentence and its remedy. */
export function stop(sentence) {
  say(`plumbline: ${sentence}`);
  process.exit(1);
}

export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  if (!fits)
    stop(
      `Node ${process.versions.node} is too old; install Node 20.19, 22.12, 24 or newer from https://nodejs.org and run the command again.`,
    );
}

const hashOf = (paths) => {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex');
};

function filesBelow(directory, wanted) {
  const found = [];
  for (const entry of readdirSync(join(root, directory), { withFileTypes: true })) {
    const path = `${directory}/${entry.name}`;
    if (entry.isDirectory()) found.push(...filesBelow(path, wanted));
    else if (wanted.test(entry.name)) found.push(path);
  }
  return found.sort();
}

const stampSays = (file, hash) => existsSync(file) && readFileSync(file, 'utf8') === hash;

function stamp(file, hash) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}

/** Runs a command with a line that shows how long it has been at it; its own output is shown only when it fails. */
async function step(label, command, args, environment = {}) {
  const started = Date.now();
  const output = [];
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...environment }, shell: process.platform === 'win32' });
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const live = process.stderr.isTTY ? setInterval(() => process.stderr.write(`\r  ${label} … ${seconds()} `), 500) : undefined;
  if (live === undefined) say(`  ${label} …`);
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', resolve);
  });
  if (live !== undefined) clearInterval(live);
  if (live !== undefined) process.stderr.write('\r');
  if (code !== 0) {
    say(Buffer.concat(output).toString('utf8'));
    stop(`${label} failed (its output is above); mend what it names and run the command again, it goes on where it stopped.`);
  }
  say(`  ${label}: done in ${seconds()}.`);
}

/** Installs the packages of the lock file. An interrupted installation leaves no stamp and is simply done again. */
export async function install() {
  const wanted = hashOf(['package.json', 'package-lock.json']);
  if (stampSays(installedStamp, wanted)) return;
  if (existsSync(installedStamp)) rmSync(installedStamp);
  await step('Installing packages (about 1.2 GB, once)', 'npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--loglevel=error',
  ]);
  stamp(installedStamp, hashOf(['package.json', 'package-lock.json']));
}

/** Builds server and dashboard where a source is newer than the last build. */
export async function build() {
  const sources = [
    ...['apps', 'libs', 'tools', 'infra', 'examples']
      .filter((directory) => existsSync(join(root, directory)))
      .flatMap((directory) => filesBelow(directory, /\.(ts|tsx|css|html|sql|graphql|ya?ml|json|mts|svg)$/)),
    '.swcrc',
    'package.json',
  ];
  const wanted = hashOf(sources);
  if (stampSays(builtStamp, wanted)) return;
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const bin = (name) => join(root, 'node_modules', '.bin', name);
  await step('Building the platform', bin('swc'), ['apps', 'libs', 'tools', 'infra', '--out-dir', 'dist', '--copy-files', '--quiet']);
  if (existsSync(join(root, 'apps', 'web', 'vite.config.mts'))) {
    await step('Building the dashboard', bin('vite'), ['build', '--config', 'apps/web/vite.config.mts', '--logLevel', 'error']);
  }
  stamp(builtStamp, wanted);
}

/** Everything before the main job, with one sentence for each thing that is missing. */
export async function prepare() {
  requireNode();
  try {
    statSync(join(root, 'package-lock.json'));
  } catch {
    stop('package-lock.json is missing; clone the repository again.');
  }
  await install();
  await build();
}

/**
 * The embedded ClickHouse engine runs its queries on libuv's pool, whose default of four threads is too small. Buffers of a megabyte and more
 * are given back to the system when they are freed: otherwise glibc comes to keep them all, and memory grows for as long as events come.
 */
const NATIVE = { UV_THREADPOOL_SIZE: '16', MALLOC_MMAP_THRESHOLD_: '1048576' };

/** Runs a Node program of this project in the foreground and passes signals on; resolves with its exit code. */
export function run(program, args, environment = {}) {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...NATIVE, ...process.env, ...environment },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('close', (code, signal) => resolve(signal === null ? (code ?? 1) : 130)));
}
