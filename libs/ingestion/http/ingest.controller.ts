import { Controller, HttpCode, Inject, Post, Query, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import type { AcceptOptions, Format } from '../core/formats';
import { wholeOf, type Input } from '../core/input';
import type { Receipt } from '../core/receipt';
import { isBinaryEvent, structuredFrom } from './binary-event';
import { Gate } from './gate';
import { INGESTION_HTTP, type IngestionHttp } from './ingestion.tokens';
import { ProblemFilter } from './problem.filter';
import { bodyOf, mediaTypeOf, wrongMediaType } from './request-body';

const EVENT_TYPES: Readonly<Record<string, Format>> = {
  'application/cloudevents+json': 'event',
  'application/cloudevents-batch+json': 'event-batch',
  'application/x-ndjson': 'event-ndjson',
  'application/ndjson': 'event-ndjson',
};
const FHIR_TYPES: Readonly<Record<string, Format>> = {
  'application/fhir+json': 'fhir',
  'application/json': 'fhir',
  'application/fhir+ndjson': 'fhir-ndjson',
  'application/x-ndjson': 'fhir-ndjson',
  'application/ndjson': 'fhir-ndjson',
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * The door for source systems. The answer follows the durable append: status 200 and a receipt that says what became of every
 * record, also of those in quarantine. Any other status means that the input may be sent again.
 */
@Controller('ingest')
@UseFilters(ProblemFilter)
export class IngestController {
  private readonly gate: Gate;

  constructor(@Inject(INGESTION_HTTP) private readonly door: IngestionHttp) {
    this.gate = new Gate(door.maxInputs);
  }

  @Post('events')
  @HttpCode(200)
  async events(@Req() request: Request): Promise<Receipt> {
    const source = this.door.tokens.sourceOf(request.headers.authorization);
    const format = EVENT_TYPES[mediaTypeOf(request)];
    if (format !== undefined) return this.accept(source, format, bodyOf(request));
    if (!isBinaryEvent(request.headers)) throw wrongMediaType([...Object.keys(EVENT_TYPES), 'or a CloudEvent in binary mode']);
    const body = await wholeOf(bodyOf(request));
    return this.accept(source, 'event', structuredFrom(request.headers, body) ?? body);
  }

  @Post('fhir')
  @HttpCode(200)
  async fhir(@Req() request: Request): Promise<Receipt> {
    const source = this.door.tokens.sourceOf(request.headers.authorization);
    const format = FHIR_TYPES[mediaTypeOf(request)];
    if (format === undefined) throw wrongMediaType(Object.keys(FHIR_TYPES));
    return this.accept(source, format, bodyOf(request));
  }

  @Post('csv')
  @HttpCode(200)
  async csv(@Req() request: Request, @Query() query: Readonly<Record<string, unknown>>): Promise<Receipt> {
    const source = this.door.tokens.sourceOf(request.headers.authorization);
    if (mediaTypeOf(request) !== 'text/csv') throw wrongMediaType(['text/csv']);
    const mapping = textOf(query['mapping']);
    const snapshot = textOf(query['snapshot']);
    const fileName = textOf(query['fileName']);
    return this.accept(source, 'csv', bodyOf(request), {
      ...(mapping === undefined ? {} : { mapping }),
      ...(snapshot === undefined ? {} : { snapshot }),
      ...(fileName === undefined ? {} : { fileName }),
    });
  }

  private accept(source: string, format: Format, input: Input, options?: AcceptOptions): Promise<Receipt> {
    return this.gate.pass(() => this.door.ingestion.accept(source, format, input, options));
  }
}
