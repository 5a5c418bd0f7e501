import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AlertRepository } from '../alerts/alert.repository';
import type { AlertRow } from '../alerts/alert-row';
import { RequestContext } from '../common/context';
import { notFound } from '../common/not-found';
import type { Connection, LazyConnection } from '../common/paging';
import { instantOf } from '../common/reading';
import { FindingRepository, type FindingRow } from '../findings/finding.repository';
import { PrescribingRepository } from '../prescribing/prescribing.repository';
import type * as Schema from '../schema.generated';
import { TimelineRepository } from '../timeline/timeline.repository';
import { ActivityRepository } from './activity.repository';
import { ClinicianRepository, type ClinicianRecord } from './clinician.repository';

@Resolver('Clinician')
export class CliniciansResolver {
  constructor(
    @Inject(ClinicianRepository) private readonly clinicians: ClinicianRepository,
    @Inject(ActivityRepository) private readonly activities: ActivityRepository,
    @Inject(FindingRepository) private readonly found: FindingRepository,
    @Inject(AlertRepository) private readonly raised: AlertRepository,
    @Inject(TimelineRepository) private readonly events: TimelineRepository,
    @Inject(PrescribingRepository) private readonly prescriptions: PrescribingRepository,
  ) {}

  @Query('clinician')
  async clinician(@Args() { id, asOf }: Schema.QueryClinicianArgs, @Context() context: RequestContext): Promise<object> {
    const clinician = await this.clinicians.find(context.viewer, id, instantOf(asOf));
    if (clinician === undefined) return notFound;
    await context.recordView('read-alerts', { what: 'clinician', clinician: clinician.id });
    return { __typename: 'Clinician', ...clinician };
  }

  @Query('clinicians')
  list(
    @Args() { filter, first, after }: Schema.QueryCliniciansArgs,
    @Context() { viewer }: RequestContext,
  ): Promise<Connection<Schema.ClinicianRow>> {
    return this.clinicians.page(viewer, filter ?? {}, first, after);
  }

  @ResolveField('exposure')
  exposure(@Parent() { id, asOf }: ClinicianRecord, @Context() context: RequestContext): Promise<Schema.Exposure> {
    return this.clinicians.exposure(context, id, asOf);
  }

  @ResolveField('activity')
  activity(
    @Parent() { id, specialty, asOf }: ClinicianRecord,
    @Args() { months }: Schema.ClinicianActivityArgs,
  ): Promise<readonly Schema.ActivitySeries[]> {
    return this.activities.series(id, specialty, months ?? 12, asOf);
  }

  @ResolveField('dyads')
  dyads(
    @Parent() { id, asOf }: ClinicianRecord,
    @Args() { first, after }: Schema.ClinicianDyadsArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<Schema.DyadRow>> {
    return this.clinicians.dyads(context, id, first, after, asOf);
  }

  @ResolveField('findings')
  findings(
    @Parent() { id, asOf }: ClinicianRecord,
    @Args() { route, first, after }: Schema.ClinicianFindingsArgs,
    @Context() { viewer }: RequestContext,
  ): Promise<Connection<FindingRow>> {
    return this.found.page(viewer, { clinician: id }, { route: route ?? 'review', first, after, asOf });
  }

  @ResolveField('alerts')
  alerts(
    @Parent() { id, asOf }: ClinicianRecord,
    @Args() { filter, first, after }: Schema.ClinicianAlertsArgs,
    @Context() { viewer }: RequestContext,
  ): Promise<LazyConnection<AlertRow>> {
    return this.raised.page(viewer, {
      filter: { ...filter, clinician: id },
      sort: { field: 'known-at', direction: 'descending' },
      first,
      after,
      asOf,
    });
  }

  @ResolveField('timeline')
  timeline(
    @Parent() { id, asOf }: ClinicianRecord,
    @Args() args: Schema.ClinicianTimelineArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<Schema.TimelineEvent>> {
    return this.events.page(context, { clinician: id }, { ...args, asOf, newestFirst: true });
  }

  @ResolveField('prescribing')
  async prescribing(
    @Parent() { id, asOf }: ClinicianRecord,
    @Args() { months }: Schema.ClinicianPrescribingArgs,
    @Context() { viewer }: RequestContext,
  ): Promise<Schema.PrescribingTrend> {
    return { points: await this.prescriptions.points(viewer, { clinician: id }, months ?? 12, asOf) };
  }

  @ResolveField('undetermined')
  undetermined(@Parent() { id }: ClinicianRecord): Promise<readonly Schema.UndeterminedPattern[]> {
    return this.found.undetermined(id);
  }
}
