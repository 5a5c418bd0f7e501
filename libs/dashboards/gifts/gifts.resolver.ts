import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { RequestContext } from '../common/context';
import type { LazyConnection } from '../common/paging';
import { instantOf } from '../common/reading';
import type * as Schema from '../schema.generated';
import { GiftRepository } from './gift.repository';

@Resolver()
export class GiftsResolver {
  constructor(@Inject(GiftRepository) private readonly register: GiftRepository) {}

  @Query('gifts')
  gifts(
    @Args() { filter, first, after, asOf }: Schema.QueryGiftsArgs,
    @Context() { viewer }: RequestContext,
  ): Promise<LazyConnection<Schema.Gift>> {
    return this.register.page(viewer, filter ?? {}, { first, after, asOf: instantOf(asOf) });
  }
}
