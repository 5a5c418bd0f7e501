// npm start: from nothing to the dashboard.
import { join } from 'node:path';
import { prepare, root, run } from './prepare.mjs';

await prepare();
process.exitCode = await run(join(root, 'dist', 'apps', 'standalone', 'main.js'), process.argv.slice(2));
