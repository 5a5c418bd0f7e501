import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generatedDdl } from './schemas/clickhouse';
import { corpusExamples } from './schemas/corpus';
import { generatedDefaultPolicy } from './schemas/default-policy';
import { schemaDocuments } from './schemas/documents';
import { generatedGraphql } from './schemas/graphql';
import { generatedCatalogue, generatedPatternPages } from './schemas/patterns';
import { generatedSettings } from './schemas/settings';
import { generatedWebOperations } from './schemas/web-operations';

/** Every file that is made from the code: path below the repository → text. */
async function generated(root: string): Promise<ReadonlyMap<string, string>> {
  const graphql = await generatedGraphql(root);
  return new Map([
    ...schemaDocuments(),
    ...generatedDdl(),
    ...generatedCatalogue(root),
    ...generatedPatternPages(),
    ...generatedSettings(root),
    ...Object.entries(generatedDefaultPolicy(root)),
    ...Object.entries(graphql),
    ...Object.entries(await generatedWebOperations(root, graphql['schemas/graphql/schema.graphql'] ?? '')),
  ]);
}

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** `generate` writes; `generate --check` only names what differs and fails. */
async function main(): Promise<void> {
  const root = resolve(__dirname, '..', '..');
  const check = process.argv.includes('--check');
  const stale = [
    ...[...(await generated(root))].filter(([path, text]) => textOf(join(root, path)) !== text),
    ...[...corpusExamples()].filter(([path]) => textOf(join(root, path)) === undefined),
  ];
  for (const [path, text] of stale) {
    if (check) console.error(`${path} is not what the code says; run \`npm run generate\` and commit it.`);
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      console.log(`wrote ${path}`);
    }
  }
  if (check && stale.length > 0) process.exitCode = 1;
}

void main();
