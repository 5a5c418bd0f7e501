// npm test: from nothing to every test passed. Arguments go to Jest, so `npm test -- libs/cases` runs a part.
import { join } from 'node:path';
import { prepare, root, run } from './prepare.mjs';

await prepare();
process.exitCode = await run(join(root, 'node_modules', 'jest', 'bin', 'jest.js'), process.argv.slice(2));
