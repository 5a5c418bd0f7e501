import { FORMATS } from '@plumbline/ingestion';
import { ProblemError } from '@plumbline/kernel';
import type { Progress, RequestOf } from '@plumbline/operations';
import { IngestOverHttp, importFiles, loadedMappings, planImport, type ImportReport } from '@plumbline/platform';
import type { Environment } from '@plumbline/runtime';

/**
 * Sends files to an ingest on another machine. Resolves when all of it is durable there; what becomes of it is not waited for.
 * @throws ProblemError `import.no-token`, `import.not-an-address`, `import.unreachable`, and whatever ingest says
 */
export async function sendTo(
  address: string,
  { paths, source, format, mapping }: RequestOf<'import'>,
  environment: Environment,
  report: (progress: Progress) => void,
): Promise<ImportReport> {
  const token = environment['PLUMBLINE_SOURCE_TOKEN'] ?? '';
  if (token === '') {
    throw new ProblemError({
      code: 'import.no-token',
      reason: 'The ingest behind --to takes records from sources that it knows.',
      remedy: 'Set PLUMBLINE_SOURCE_TOKEN to the token of the source that the records come from.',
    });
  }
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new ProblemError({
      code: 'import.not-an-address',
      reason: `${address} is not a web address.`,
      remedy: 'Write it as https://ingest.hospital.example.',
    });
  }
  const chosen = FORMATS.find((known) => known === format);
  const files = await planImport(paths, {
    source,
    mappings: [...loadedMappings({ mappings: environment['PLUMBLINE_MAPPINGS'] }).keys()],
    ...(chosen === undefined ? {} : { format: chosen }),
    ...(mapping === undefined ? {} : { mapping }),
  });
  return importFiles(new IngestOverHttp(new URL(address), token), files, ({ file, bytesDone, bytesInAll }) => {
    report({ what: file, done: bytesDone, total: bytesInAll, unit: 'bytes' });
  });
}
