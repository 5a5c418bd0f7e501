import type { Format } from '@plumbline/ingestion';
import { ProblemError } from '@plumbline/kernel';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { createGunzip } from 'node:zlib';

/** A file that will be taken in, and how. */
export interface ImportFile {
  readonly path: string;
  readonly bytes: number;
  readonly format: Format;
  readonly source: string;
  readonly mapping?: string;
}

export interface ImportChoices {
  /** Absent: told from the file's name and its first bytes. */
  readonly format?: Format;
  /** Absent: the mapping whose name the file's name ends with, such as `roster` for `05-roster.csv` or `gifts` for `gifts-2026-03-01.csv`. */
  readonly mapping?: string;
  readonly source: string;
  /** Each folder right below a path is a source of that name, as an export of several systems lies there; `source` is for the rest. */
  readonly sourceFolders?: boolean;
  /** Names of the mappings that were loaded. */
  readonly mappings: readonly string[];
}

const KNOWN_ENDING = /\.(csv|json|ndjson|jsonl)(\.gz)?$/i;
const SNIFFED_BYTES = 4_096;

/**
 * Lists the files below the paths in the order of their names, which is the order in which they are taken in. Those of several source
 * folders follow one another by their names below them: folders of months are taken in month by month, whatever system they come from.
 * @throws ProblemError `import.no-such-path`, `import.nothing-to-import`, `import.unknown-format`, `import.unknown-mapping`
 */
export async function planImport(paths: readonly string[], choices: ImportChoices): Promise<readonly ImportFile[]> {
  const files: ImportFile[] = [];
  for (const path of paths) {
    const found = await filesBelow(path, choices.format !== undefined);
    const ordered =
      choices.sourceFolders === true
        ? found.map((file) => inSourceFolder(path, file, choices)).sort(byName)
        : found.map((file) => ({ file, source: choices.source }));
    for (const { file, source } of ordered) files.push(await classify(file, { ...choices, source }));
  }
  if (files.length === 0) {
    throw new ProblemError({
      code: 'import.nothing-to-import',
      reason: 'No .csv, .json or .ndjson file lies there.',
      remedy: 'Name the files or a directory that has some.',
    });
  }
  return files;
}

interface SourceFile {
  readonly file: string;
  readonly source: string;
  /** Below the folder of its source. */
  readonly name: string;
}

function inSourceFolder(path: string, file: string, { source }: ImportChoices): SourceFile {
  const [folder = '', ...name] = relative(path, file).split(sep);
  return name.length === 0 ? { file, source, name: folder } : { file, source: folder, name: name.join(sep) };
}

const byName = (left: SourceFile, right: SourceFile): number => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0);

async function filesBelow(path: string, anyEnding: boolean): Promise<readonly string[]> {
  const info = await stat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new ProblemError(
      { code: 'import.no-such-path', reason: `There is no file or directory ${path}.`, remedy: 'Correct the path.', place: path },
      { cause: error },
    );
  });
  if (!info.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
  const found: string[] = [];
  for (const name of names) {
    const inner = join(path, name);
    if ((await stat(inner)).isDirectory()) found.push(...(await filesBelow(inner, anyEnding)));
    else if (anyEnding || KNOWN_ENDING.test(name)) found.push(inner);
  }
  return found;
}

async function classify(path: string, choices: ImportChoices): Promise<ImportFile> {
  const format = choices.format ?? (await formatOf(path));
  const { size } = await stat(path);
  const file = { path, bytes: size, format, source: choices.source };
  return format === 'csv' ? { ...file, mapping: mappingOf(path, choices) } : file;
}

async function formatOf(path: string): Promise<Format> {
  if (/\.csv(\.gz)?$/i.test(path)) return 'csv';
  const start = (await firstBytes(path)).replace(/^\uFEFF/, '').trimStart();
  const lines = /\.(ndjson|jsonl)(\.gz)?$/i.test(path) || /^\{.*\}\s*\r?\n\s*\{/.test(start);
  if (/"resourceType"\s*:/.test(start)) return lines ? 'fhir-ndjson' : 'fhir';
  if (/"specversion"\s*:/.test(start)) return start.startsWith('[') ? 'event-batch' : lines ? 'event-ndjson' : 'event';
  throw new ProblemError({
    code: 'import.unknown-format',
    reason: `${basename(path)} begins neither like FHIR nor like CloudEvents.`,
    remedy: 'Say what it is with --format.',
    place: path,
  });
}

function mappingOf(path: string, { mapping, mappings }: ImportChoices): string {
  const name = basename(path).replace(KNOWN_ENDING, '');
  const fits =
    mapping ??
    mappings
      .filter((candidate) => new RegExp(`^(\\d+-)?${candidate}(-\\d{4}-\\d{2}-\\d{2})?$`).test(name))
      .sort((left, right) => right.length - left.length)[0];
  if (fits !== undefined && mappings.includes(fits)) return fits;
  throw new ProblemError({
    code: 'import.unknown-mapping',
    reason: `No mapping says how ${basename(path)} is read.`,
    remedy: `Name a mapping file with --mapping; these are loaded: ${mappings.join(', ')}.`,
    place: path,
  });
}

async function firstBytes(path: string): Promise<string> {
  const file = createReadStream(path, path.endsWith('.gz') ? {} : { end: SNIFFED_BYTES });
  const source = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  for await (const chunk of source) {
    file.destroy();
    return (chunk as Buffer).subarray(0, SNIFFED_BYTES).toString('utf8');
  }
  return '';
}
