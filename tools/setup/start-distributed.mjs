// npm run start:distributed: Kafka, ClickHouse's engine behind HTTP, and every process of the distributed platform on this machine.
import { join } from 'node:path';
import { prepare, root, run } from './prepare.mjs';

await prepare();
process.exitCode = await run(join(root, 'dist', 'infra', 'local', 'platform', 'main.js'), process.argv.slice(2));
