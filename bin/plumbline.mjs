#!/usr/bin/env node
// The command line. Prepares the project where that has not been done, then hands over.
import { join } from 'node:path';
import { prepare, root, run } from '../tools/setup/prepare.mjs';

await prepare();
process.exitCode = await run(join(root, 'dist', 'apps', 'cli', 'main.js'), process.argv.slice(2));
