import { codegen } from '@graphql-codegen/core';
import * as typescriptPlugin from '@graphql-codegen/typescript';
import { buildSchema, isEnumType, lexicographicSortSchema, parse, printSchema, type GraphQLSchema } from 'graphql';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

type Plugin = Parameters<typeof codegen>[0]['pluginMap'][string]['plugin'];

const TOPICS = 'libs/dashboards';
const NOTICE = 'Generated from libs/dashboards/*/*.graphql; change those and run the generator.';

/** The schema files, one a topic. A topic is a folder: a new one is found by itself. */
function schemaFiles(root: string): readonly string[] {
  return readdirSync(join(root, TOPICS), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.graphql'))
    .sort()
    .map((path) => join(root, TOPICS, path));
}

/** What is generated from the topics' SDL, by path from the repository's root. A contract test compares it with what is committed. */
export async function generatedGraphql(root: string): Promise<Readonly<Record<string, string>>> {
  const schema = lexicographicSortSchema(
    buildSchema(
      schemaFiles(root)
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n'),
    ),
  );
  const printed = printSchema(schema);
  return {
    'schemas/graphql/schema.graphql': `# ${NOTICE}\n\n${printed}\n`,
    // The server takes the schema from here, so that a build needs no files beside its code.
    [`${TOPICS}/type-definitions.generated.ts`]: `// ${NOTICE}\nexport const typeDefinitions = ${JSON.stringify(printed)};\n`,
    [`${TOPICS}/schema.generated.ts`]: await types(schema),
  };
}

async function types(schema: GraphQLSchema): Promise<string> {
  const body = await codegen({
    documents: [],
    filename: 'schema.generated.ts',
    schema: parse(printSchema(schema)),
    config: {
      enumsAsTypes: true,
      enumValues: storedEnumValues(schema),
      immutableTypes: true,
      useTypeImports: true,
      skipTypename: true,
      avoidOptionals: { field: true, inputValue: false, object: true },
      scalars: { DateTime: 'string', LocalDate: 'string', WholeNumber: 'number', ID: 'string' },
    },
    plugins: [{ typescript: {} }],
    // The plugin was built against another release of the same helper types; its function is the same.
    pluginMap: { typescript: { plugin: typescriptPlugin.plugin as unknown as Plugin } },
  });
  return `// ${NOTICE}\n${body}`;
}

/** Inside the platform an enum value is what stands in the log and the tables: `GUIDED_PLAN` is `guided-plan`. */
function storedEnumValues(schema: GraphQLSchema): Record<string, Record<string, string>> {
  const enums = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type) && !type.name.startsWith('__'));
  return Object.fromEntries(
    enums.map((type) => [
      type.name,
      Object.fromEntries((isEnumType(type) ? type.getValues() : []).map(({ name }) => [name, name.toLowerCase().replaceAll('_', '-')])),
    ]),
  );
}
