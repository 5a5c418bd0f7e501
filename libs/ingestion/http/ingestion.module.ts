import { Module, type DynamicModule } from '@nestjs/common';
import { IngestController } from './ingest.controller';
import { INGESTION_HTTP, type IngestionHttp } from './ingestion.tokens';
import { QuarantineController } from './quarantine.controller';

/** Mounts POST /ingest/events, /ingest/fhir, /ingest/csv and /ingest/quarantine. Bodies are read as streams: mount no body parser for these paths. */
@Module({})
export class IngestionModule {
  static register(door: IngestionHttp): DynamicModule {
    return {
      module: IngestionModule,
      controllers: [IngestController, QuarantineController],
      providers: [{ provide: INGESTION_HTTP, useValue: door }],
    };
  }
}
