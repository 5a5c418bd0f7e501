import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type * as Schema from '../schema.generated';
import { DeadLetterRepository } from './dead-letter.repository';
import { SourceRepository } from './source.repository';

@Resolver()
export class SourcesResolver {
  constructor(
    @Inject(SourceRepository) private readonly health: SourceRepository,
    @Inject(DeadLetterRepository) private readonly letters: DeadLetterRepository,
  ) {}

  @Query('sources')
  sources(): Promise<readonly Schema.SourceHealth[]> {
    return this.health.health();
  }

  @Query('deadLetters')
  deadLetters(@Args() { first }: Schema.QueryDeadLettersArgs): Promise<Schema.DeadLetters> {
    return this.letters.kinds(first);
  }
}
