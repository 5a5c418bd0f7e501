import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ClinicianId, PatientId } from '@plumbline/kernel';
import { ClinicianRepository } from '../clinicians/clinician.repository';
import { RequestContext } from '../common/context';
import { notFound } from '../common/not-found';
import type { Connection } from '../common/paging';
import { instantOf } from '../common/reading';
import { FindingRepository, type FindingRow } from '../findings/finding.repository';
import type * as Schema from '../schema.generated';
import { TimelineRepository } from '../timeline/timeline.repository';
import { DyadRepository } from './dyad.repository';

interface DyadRecord {
  readonly clinician: { readonly id: ClinicianId };
  readonly patient: PatientId;
  readonly asOf: number | undefined;
}

@Resolver('Dyad')
export class DyadsResolver {
  constructor(
    @Inject(ClinicianRepository) private readonly clinicians: ClinicianRepository,
    @Inject(DyadRepository) private readonly dyads: DyadRepository,
    @Inject(FindingRepository) private readonly found: FindingRepository,
    @Inject(TimelineRepository) private readonly events: TimelineRepository,
  ) {}

  @Query('dyad')
  async dyad(@Args() args: Schema.QueryDyadArgs, @Context() context: RequestContext): Promise<object> {
    const asOf = instantOf(args.asOf);
    const clinician = await this.clinicians.find(context.viewer, args.clinician, asOf);
    const span = clinician === undefined ? undefined : await this.dyads.span(context, clinician.id, args.patient, asOf);
    if (clinician === undefined || span === undefined) return notFound;
    const patient = args.patient as PatientId;
    await context.recordView('read-alerts', { what: 'dyad', clinician: clinician.id, patient });
    return { __typename: 'Dyad', clinician, patient, asOf, ...span };
  }

  @ResolveField('timeline')
  timeline(
    @Parent() { clinician, patient, asOf }: DyadRecord,
    @Args() args: Schema.DyadTimelineArgs,
    @Context() context: RequestContext,
  ): Promise<Connection<Schema.TimelineEvent>> {
    return this.events.page(context, { clinician: clinician.id, patient }, { ...args, first: args.first ?? 500, asOf, newestFirst: false });
  }

  @ResolveField('shifts')
  shifts(@Parent() { clinician, asOf }: DyadRecord, @Args() { from, to }: Schema.DyadShiftsArgs): Promise<readonly Schema.Shift[]> {
    return this.events.shifts(clinician.id, Date.parse(from), Date.parse(to), asOf);
  }

  @ResolveField('findings')
  async findings(
    @Parent() { clinician, patient, asOf }: DyadRecord,
    @Context() { viewer }: RequestContext,
  ): Promise<readonly FindingRow[]> {
    const page = await this.found.page(viewer, { clinician: clinician.id, patient }, { route: 'review', first: 200, asOf });
    return page.nodes;
  }

  @ResolveField('stages')
  stages(@Parent() { clinician, patient, asOf }: DyadRecord, @Context() context: RequestContext): Promise<readonly Schema.SlopeStage[]> {
    return this.dyads.stages(context, clinician.id, patient, asOf);
  }
}
