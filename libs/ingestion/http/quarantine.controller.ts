import { Controller, Get, HttpCode, Inject, Param, Post, Put, Query, Req, UseFilters } from '@nestjs/common';
import type { Request } from 'express';
import { wholeOf } from '../core/input';
import type { Preview, QuarantineDesk, ReplayOutcome } from '../quarantine/quarantine-desk';
import type { QuarantineEntry, QuarantineFilter, QuarantineState } from '../quarantine/quarantine-store';
import { INGESTION_HTTP, type IngestionHttp } from './ingestion.tokens';
import { ProblemFilter } from './problem.filter';
import { bodyOf } from './request-body';

const STATES: ReadonlySet<unknown> = new Set<QuarantineState>(['open', 'replayed', 'dismissed']);

/** An entry with the text of its original, with replacement characters where it is not UTF-8. */
export interface ShownEntry extends QuarantineEntry {
  readonly original: string;
  /** Byte for byte. */
  readonly originalBase64: string;
  readonly mendedText: string | undefined;
}

function filterOf(query: Readonly<Record<string, unknown>>): QuarantineFilter {
  const text = (name: string): Record<string, string> => {
    const value = query[name];
    return typeof value === 'string' && value !== '' ? { [name]: value } : {};
  };
  const { state, limit } = query;
  return {
    ...text('code'),
    ...text('source'),
    ...text('after'),
    ...(STATES.has(state) ? { state: state as QuarantineState } : {}),
    ...(typeof limit === 'string' && /^\d{1,4}$/.test(limit) ? { limit: Number(limit) } : {}),
  };
}

/** For people who look after records that could not be taken over. */
@Controller('ingest/quarantine')
@UseFilters(ProblemFilter)
export class QuarantineController {
  constructor(@Inject(INGESTION_HTTP) private readonly door: IngestionHttp) {}

  @Get()
  async list(@Req() request: Request, @Query() query: Readonly<Record<string, unknown>>): Promise<readonly QuarantineEntry[]> {
    await this.door.requireOperator(request.headers, 'read');
    return this.door.ingestion.quarantine.list(filterOf(query));
  }

  /** Open entries by source and code. */
  @Get('counts')
  async counts(@Req() request: Request): Promise<ReturnType<QuarantineDesk['counts']>> {
    await this.door.requireOperator(request.headers, 'read');
    return this.door.ingestion.quarantine.counts();
  }

  @Get(':id')
  async show(@Req() request: Request, @Param('id') id: string): Promise<ShownEntry> {
    await this.door.requireOperator(request.headers, 'read');
    const { original, mendedBytes, ...entry } = this.door.ingestion.quarantine.show(id);
    return {
      ...entry,
      original: original.toString('utf8'),
      originalBase64: original.toString('base64'),
      mendedText: mendedBytes?.toString('utf8'),
    };
  }

  /** The body is the corrected record; the original stays. */
  @Put(':id/mended')
  async mend(@Req() request: Request, @Param('id') id: string): Promise<QuarantineEntry> {
    await this.door.requireOperator(request.headers, 'replay');
    return this.door.ingestion.quarantine.mend(id, await wholeOf(bodyOf(request)));
  }

  /** What the body, or without one the mended copy or the original, would become; nothing is stored. */
  @Post(':id/preview')
  @HttpCode(200)
  async preview(@Req() request: Request, @Param('id') id: string): Promise<Preview> {
    await this.door.requireOperator(request.headers, 'read');
    const body = await wholeOf(bodyOf(request));
    return this.door.ingestion.quarantine.preview(id, body.length === 0 ? undefined : body);
  }

  @Post(':id/replay')
  @HttpCode(200)
  async replay(@Req() request: Request, @Param('id') id: string): Promise<ReplayOutcome> {
    await this.door.requireOperator(request.headers, 'replay');
    return this.door.ingestion.quarantine.replay(id);
  }

  @Post(':id/dismiss')
  @HttpCode(204)
  async dismiss(@Req() request: Request, @Param('id') id: string): Promise<void> {
    await this.door.requireOperator(request.headers, 'replay');
    this.door.ingestion.quarantine.dismiss(id);
  }
}
