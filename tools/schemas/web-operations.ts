import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNodePlugin from '@graphql-codegen/typed-document-node';
import * as typescriptPlugin from '@graphql-codegen/typescript';
import * as operationsPlugin from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, validate } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Plugin = Parameters<typeof codegen>[0]['pluginMap'][string];

/** The plugins bring several versions of the same declarations, which differ in nothing that is used here. */
function pluginOf({ plugin }: { readonly plugin: unknown }): Plugin {
  return { plugin: plugin as Plugin['plugin'] };
}

const SOURCES = 'apps/web/src';
const TARGET = `${SOURCES}/graphql/operations.generated.ts`;
const NOTICE = 'Generated from the .graphql files of apps/web and the committed schema; change those and run the generator.';

/** The dashboard's operations, each beside the page that asks it. */
function operationFiles(root: string): readonly string[] {
  return readdirSync(join(root, SOURCES), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .sort();
}

/**
 * The typed operations of the dashboard, by path from the repository's root. Throws with every operation's mistake when one of them
 * asks for what the schema does not have.
 *
 * @param schemaText SDL of the whole schema, as it stands in schemas/graphql/schema.graphql.
 */
export async function generatedWebOperations(root: string, schemaText: string): Promise<Readonly<Record<string, string>>> {
  const documents = operationFiles(root).map((path) => ({
    location: path,
    document: parse(readFileSync(join(root, SOURCES, path), 'utf8'), { noLocation: true }),
  }));
  const whole = parse(documents.map(({ location }) => readFileSync(join(root, SOURCES, location), 'utf8')).join('\n'));
  const mistakes = validate(buildSchema(schemaText), whole);
  if (mistakes.length > 0) throw new Error(mistakes.map((mistake) => mistake.message).join('\n'));
  const body = await codegen({
    schema: parse(schemaText),
    documents,
    filename: TARGET,
    config: {
      avoidOptionals: { field: true, inputValue: false, object: true },
      enumsAsTypes: true,
      immutableTypes: true,
      inputMaybeValue: 'T | null | undefined',
      onlyOperationTypes: true,
      scalars: { DateTime: 'string', ID: 'string', LocalDate: 'string', WholeNumber: 'number' },
      skipTypename: true,
      useTypeImports: true,
    },
    plugins: [{ typescript: {} }, { operations: {} }, { documents: {} }],
    pluginMap: {
      typescript: pluginOf(typescriptPlugin),
      operations: pluginOf(operationsPlugin),
      documents: pluginOf(typedDocumentNodePlugin),
    },
  });
  return { [TARGET]: `// ${NOTICE}\n${body}\n` };
}
