import { FORMATS, parseMapping } from '@plumbline/ingestion';
import { ProblemError } from '@plumbline/kernel';
import { closeImportedDays, importFiles, planImport, type ImportReport, type Platform } from '@plumbline/platform';
import { readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { caughtUp, type Operation } from './operation';

export interface ImportRequest {
  readonly paths: readonly string[];
  /** Told from each file where it is left out. */
  readonly format?: string;
  /** The name of a mapping that the platform has loaded, or the absolute path of a mapping file, which stays loaded until it stops. */
  readonly mapping?: string;
  readonly source: string;
  /** Each folder right below a path is a source of that name. */
  readonly sourceFolders?: boolean;
}

/** Takes files in and resolves when what they brought can be read. */
export const importOperation: Operation<ImportRequest, ImportReport> = async (platform, request, report) => {
  const format = FORMATS.find((known) => known === request.format);
  if (request.format !== undefined && format === undefined) {
    throw new ProblemError({
      code: 'import.unknown-format',
      reason: `There is no format ${request.format}.`,
      remedy: `Choose one of ${FORMATS.join(', ')}, or leave it out.`,
    });
  }
  const mapping = await mappingNamed(platform, request.mapping);
  const files = await planImport(request.paths, {
    source: request.source,
    sourceFolders: request.sourceFolders === true,
    mappings: [...platform.mappings.keys()],
    ...(format === undefined ? {} : { format }),
    ...(mapping === undefined ? {} : { mapping }),
  });
  const since = platform.clock.now();
  const imported = await importFiles(platform.ingestion, files, ({ file, bytesDone, bytesInAll }) => {
    report({ what: file, done: bytesDone, total: bytesInAll, unit: 'bytes' });
  });
  await caughtUp(platform, report);
  // What is known only at the end of a day, and what is compared with peers, is found once the days of the import are closed.
  if (imported.totals.accepted > 0) await closeImportedDays(platform, since);
  await caughtUp(platform, report);
  return imported;
};

async function mappingNamed({ mappings }: Platform, named: string | undefined): Promise<string | undefined> {
  if (named === undefined || !isAbsolute(named)) return named;
  const mapping = parseMapping(await readFile(named, 'utf8'));
  mappings.set(mapping.name, mapping);
  return mapping.name;
}
