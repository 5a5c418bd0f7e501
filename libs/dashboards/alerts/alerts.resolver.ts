import { Args, Context, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Inject } from '@nestjs/common';
import { RequestContext } from '../common/context';
import { badInput } from '../common/bad-input';
import { instantOf } from '../common/reading';
import type { LazyConnection } from '../common/paging';
import type * as Schema from '../schema.generated';
import { AlertRepository } from './alert.repository';
import type { AlertRow } from './alert-row';
import { AlertStream, type RaisedAlert } from './alert-stream';

const LONGEST_SPAN_WEEKS = 104;

@Resolver()
export class AlertsResolver {
  constructor(
    @Inject(AlertRepository) private readonly alerts: AlertRepository,
    @Inject(AlertStream) private readonly stream: AlertStream,
  ) {}

  @Query('alerts')
  list(@Args() args: Schema.QueryAlertsArgs, @Context() context: RequestContext): Promise<LazyConnection<AlertRow>> {
    return this.alerts.page(context.viewer, { ...args, asOf: instantOf(args.asOf) });
  }

  @Query('alertHistogram')
  histogram(
    @Args() args: Schema.QueryAlertHistogramArgs,
    @Context() { viewer }: RequestContext,
  ): Promise<readonly Schema.AlertHistogramBar[]> {
    const weeks = args.weeks ?? 26;
    if (weeks < 1 || weeks > LONGEST_SPAN_WEEKS) throw badInput(`weeks is a whole number from 1 to ${LONGEST_SPAN_WEEKS}`);
    return this.alerts.histogram(viewer, { filter: args.filter, stackBy: args.stackBy ?? 'pattern', weeks, asOf: instantOf(args.asOf) });
  }

  @Query('alertFacets')
  facets(@Args() args: Schema.QueryAlertFacetsArgs, @Context() { viewer }: RequestContext): Promise<Schema.AlertFacets> {
    return this.alerts.facets(viewer, args.filter, instantOf(args.asOf));
  }

  @Subscription('alertRaised', { resolve: (raised: RaisedAlert) => raised })
  raised(@Args() args: Schema.SubscriptionAlertRaisedArgs, @Context() { viewer }: RequestContext): AsyncIterableIterator<RaisedAlert> {
    return this.stream.follow(viewer, args.filter);
  }
}
