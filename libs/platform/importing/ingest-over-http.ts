import type { AcceptOptions, Format, Ingestion, Input, Receipt } from '@plumbline/ingestion';
import { ProblemError, type Problem } from '@plumbline/kernel';
import { Readable } from 'node:stream';

/** Where each format goes, and under which media type. */
const DOORS: Readonly<Record<Format, readonly [path: string, mediaType: string]>> = {
  event: ['events', 'application/cloudevents+json'],
  'event-batch': ['events', 'application/cloudevents-batch+json'],
  'event-ndjson': ['events', 'application/x-ndjson'],
  fhir: ['fhir', 'application/fhir+json'],
  'fhir-ndjson': ['fhir', 'application/fhir+ndjson'],
  csv: ['csv', 'text/csv'],
};

/** The door of an ingest somewhere else, as a source uses it. Whose events they are is decided by the token, whatever source is named. */
export class IngestOverHttp implements Pick<Ingestion, 'accept'> {
  constructor(
    private readonly ingest: URL,
    private readonly token: string,
  ) {}

  async accept(_source: string, format: Format, input: Input, options: AcceptOptions = {}): Promise<Receipt> {
    const [path, mediaType] = DOORS[format];
    const address = new URL(`/ingest/${path}`, this.ingest);
    const { mapping, snapshot, fileName } = options;
    if (format === 'csv')
      for (const [name, value] of Object.entries({ mapping, snapshot, fileName }))
        if (value !== undefined) address.searchParams.set(name, value);
    let response: Response;
    try {
      response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': mediaType, authorization: `Bearer ${this.token}` },
        body: Readable.toWeb(Readable.from(input)),
        duplex: 'half',
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      });
    } catch (error) {
      throw new ProblemError(unreachable(this.ingest), { cause: error });
    }
    if (response.ok) return (await response.json()) as Receipt;
    if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true)
      throw new ProblemError(unreachable(this.ingest));
    throw new ProblemError(((await response.json()) as { readonly problems: readonly Problem[] }).problems);
  }
}

const unreachable = (ingest: URL): Problem => ({
  code: 'import.unreachable',
  reason: `No ingest answers as it should at ${ingest.origin}.`,
  remedy: 'Correct the address behind --to, and see that ingest runs there. What was acknowledged before is a repeat the next time.',
});
