import { Inject } from '@nestjs/common';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { RequestContext } from '../common/context';
import { instantOf } from '../common/reading';
import type * as Schema from '../schema.generated';
import { PrescribingRepository } from './prescribing.repository';

@Resolver()
export class PrescribingResolver {
  constructor(@Inject(PrescribingRepository) private readonly prescriptions: PrescribingRepository) {}

  @Query('prescribing')
  async prescribing(@Args() args: Schema.QueryPrescribingArgs, @Context() { viewer }: RequestContext): Promise<Schema.PrescribingTrend> {
    return { points: await this.prescriptions.points(viewer, args, args.months ?? 12, instantOf(args.asOf)) };
  }
}
