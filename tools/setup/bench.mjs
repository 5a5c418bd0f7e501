// npm run bench: every section of the benchmarks, then docs/benchmarks.md. `npm run bench -- ingest memory` runs some of them, `--short` with
// small sizes, `--full` with ten million events; `--distributed` runs those with a broker, into docs/benchmarks-distributed.md.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root, run, say, stop } from './prepare.mjs';

await prepare();
const { status, stderr } = spawnSync(join(root, 'node_modules', '.bin', 'swc'), ['test/performance', '--out-dir', 'dist', '--quiet'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
if (status !== 0) {
  say(stderr ?? '');
  stop('Compiling the benchmarks failed (its output is above).');
}
process.exitCode = await run(join(root, 'dist', 'test', 'performance', 'main.js'), process.argv.slice(2));
