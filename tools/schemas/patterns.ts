import { renderPatternPage } from '@plumbline/pattern-kit';
import { patterns } from '@plumbline/patterns';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'libs/patterns';

/** The catalogue of all pattern folders. Read from the files and not from the code, because a new folder is not in the code yet. */
export function generatedCatalogue(root: string): ReadonlyMap<string, string> {
  const found = readdirSync(join(root, FOLDER), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, FOLDER, entry.name, `${entry.name}.pattern.ts`)))
    .map(({ name }) => {
      const constant = /export const (\w+) = definePattern/.exec(readFileSync(join(root, FOLDER, name, `${name}.pattern.ts`), 'utf8'))?.[1];
      if (constant === undefined) throw new Error(`${FOLDER}/${name} exports no pattern`);
      return { name, constant };
    })
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  const text = [
    '// Made by tools from the folders beside this file; do not edit. Adding a pattern is adding a folder.',
    ...found.map(({ name, constant }) => `import { ${constant} } from './${name}/${name}.pattern';`),
    "import type { PatternDeclaration } from '@plumbline/pattern-kit';",
    '',
    'export const patterns: readonly PatternDeclaration[] = [',
    ...found.map(({ constant }) => `  ${constant},`),
    '];',
    '',
  ].join('\n');
  return new Map([[`${FOLDER}/catalogue.generated.ts`, text]]);
}

/** A page for each declared pattern, and their list. */
export function generatedPatternPages(): ReadonlyMap<string, string> {
  const list = [
    '# Patterns',
    '',
    'Each page is rendered from the declaration in `libs/patterns/`. A pattern finds crossings to review, never verdicts.',
    '',
    '| pattern | catalogue | the question it answers |',
    '|---|---|---|',
    ...patterns.map(({ id, words, catalogue, question }) => `| [${words.title}](${id}.md) | ${catalogue.join(', ')} | ${question} |`),
    '',
  ].join('\n');
  return new Map([['docs/patterns/README.md', list], ...patterns.map((pattern) => [`docs/patterns/${pattern.id}.md`, renderPatternPage(pattern)] as const)]);
}
