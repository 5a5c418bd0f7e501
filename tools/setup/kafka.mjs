// npm run kafka: a real Kafka on this machine, without Docker. `npm run kafka -- directory port` for another place than .data/kafka and 9092.
import { join } from 'node:path';
import { prepare, root, run } from './prepare.mjs';

await prepare();
process.exitCode = await run(join(root, 'dist', 'infra', 'local', 'kafka', 'main.js'), process.argv.slice(2));
