import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import type * as Schema from '../schema.generated';
import { SourceRepository } from './source.repository';

@Resolver()
export class SourcesResolver {
  constructor(@Inject(SourceRepository) private readonly health: SourceRepository) {}

  @Query('sources')
  sources(): Promise<readonly Schema.SourceHealth[]> {
    return this.health.health();
  }
}
