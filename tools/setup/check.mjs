// npm run check: every gate, each in a line of its own, all of them even after one failed.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root, say } from './prepare.mjs';

await prepare();
const bin = (name) => join(root, 'node_modules', '.bin', name);
const gates = [
  ['format', bin('prettier'), ['--check', '.', '--log-level', 'warn']],
  ['lint', bin('eslint'), ['.', '--max-warnings', '0']],
  ['types', bin('tsc'), ['--project', 'tsconfig.json']],
  ['types of the dashboard', bin('tsc'), ['--project', 'apps/web/tsconfig.json']],
  ['boundaries', bin('depcruise'), ['apps', 'libs', 'infra', 'test', 'tools']],
  ['dead code', bin('knip'), []],
  ['generated files', process.execPath, ['dist/tools/generate.js', '--check']],
  ['ratchet', process.execPath, ['tools/ratchet.mjs']],
];
const failed = [];
for (const [name, command, args] of gates) {
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  say(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) {
    say(`${stdout}${stderr}`);
    failed.push(name);
  }
}
if (failed.length > 0) {
  say(`${failed.length} of ${gates.length} gates failed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
