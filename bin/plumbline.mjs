#!/usr/bin/env node
// The command line. Prepares the project where that has not been done, then hands over.
import { join } from 'node:path';
import { prepare, root, run } from '../tools/setup/prepare.mjs';

await prepare();
// Relative paths are meant from where the user stands, which is not where the project lies; npm says so in the same variable.
process.exitCode = await run(join(root, 'dist', 'apps', 'cli', 'main.js'), process.argv.slice(2), {
  INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
});
