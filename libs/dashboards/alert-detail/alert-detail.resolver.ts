import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DAY } from '@plumbline/kernel';
import { AlertRepository } from '../alerts/alert.repository';
import type { AlertRow } from '../alerts/alert-row';
import { RequestContext } from '../common/context';
import { notFound } from '../common/not-found';
import { instantOf } from '../common/reading';
import { DyadRepository } from '../dyads/dyad.repository';
import { comparisonsOf, FindingRepository, leftOutOf, type FindingRow } from '../findings/finding.repository';
import type * as Schema from '../schema.generated';
import { TimelineRepository, type Around } from '../timeline/timeline.repository';
import { AlertDetailRepository } from './alert-detail.repository';

const DAYS_BEFORE = 90;
const DAYS_AFTER = 30;

@Resolver('Alert')
export class AlertDetailResolver {
  constructor(
    @Inject(AlertRepository) private readonly alerts: AlertRepository,
    @Inject(FindingRepository) private readonly findings: FindingRepository,
    @Inject(TimelineRepository) private readonly timeline: TimelineRepository,
    @Inject(DyadRepository) private readonly dyads: DyadRepository,
    @Inject(AlertDetailRepository) private readonly details: AlertDetailRepository,
  ) {}

  @Query('alert')
  async alert(@Args() { id, asOf }: Schema.QueryAlertArgs, @Context() context: RequestContext): Promise<object> {
    const alert = await this.alerts.find(context.viewer, id, instantOf(asOf));
    if (alert === undefined) return notFound;
    await recorded(context, alert);
    return { __typename: 'Alert', ...alert };
  }

  @ResolveField('reason')
  async reason(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<string> {
    return (await this.finding(alert, context)).reason;
  }

  @ResolveField('counterfactual')
  async counterfactual(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<string> {
    return (await this.finding(alert, context)).counterfactual;
  }

  @ResolveField('comparisons')
  async comparisons(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<readonly object[]> {
    return comparisonsOf(await this.finding(alert, context));
  }

  @ResolveField('leftOut')
  async leftOut(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<readonly Schema.LeftOut[]> {
    return leftOutOf(await this.finding(alert, context));
  }

  @ResolveField('caveats')
  async caveats(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<readonly string[]> {
    return (await this.finding(alert, context)).caveats;
  }

  @ResolveField('evidence')
  async evidence(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<readonly Schema.TimelineEvent[]> {
    return (await this.around(alert, context)).evidence;
  }

  @ResolveField('surroundings')
  async surroundings(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<readonly Schema.TimelineEvent[]> {
    return (await this.around(alert, context)).surroundings;
  }

  @ResolveField('protectiveFactors')
  async protectiveFactors(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<readonly Schema.ProtectiveFactor[]> {
    return alert.route === 'review' ? (await this.around(alert, context)).protectiveFactors : [];
  }

  @ResolveField('shifts')
  async shifts(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<readonly Schema.Shift[]> {
    const { from } = await this.around(alert, context);
    const to = Date.parse(alert.lastAtInstant) + DAYS_AFTER * DAY;
    return this.timeline.shifts(alert.clinicianId, Math.max(from, to - 365 * DAY), to, alert.asOf);
  }

  @ResolveField('playbook')
  async playbook(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<Schema.Playbook | null> {
    const { playbookId } = await this.finding(alert, context);
    return this.details.playbook(alert.policy, alert.policyVersion, playbookId);
  }

  @ResolveField('history')
  async history(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<readonly Schema.CaseEntry[]> {
    await recorded(context, alert);
    return this.details.history(alert.id, alert.asOf);
  }

  @ResolveField('revisions')
  revisions(@Parent() { clinicianId: clinician, findingId, asOf }: AlertRow): Promise<readonly Schema.FindingRevision[]> {
    return this.findings.revisions({ clinician, findingId }, asOf);
  }

  @ResolveField('otherFindings')
  async otherFindings(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<readonly FindingRow[]> {
    await recorded(context, alert);
    const subject = { clinician: alert.clinicianId, patient: alert.patient ?? undefined, without: alert.findingId };
    // Support and wellbeing stay among themselves, on either side.
    const page = await this.findings.page(context.viewer, subject, { route: alert.route, first: 100, asOf: alert.asOf });
    return page.nodes;
  }

  @ResolveField('stages')
  async stages(@Parent() alert: AlertRow, @Context() context: RequestContext): Promise<readonly Schema.SlopeStage[]> {
    if (alert.patient === null || alert.route !== 'review') return [];
    await recorded(context, alert);
    return this.dyads.stages(context, alert.clinicianId, alert.patient, alert.asOf);
  }

  @ResolveField('undetermined')
  undetermined(@Parent() { clinicianId }: AlertRow): Promise<readonly Schema.UndeterminedPattern[]> {
    return this.findings.undetermined(clinicianId);
  }

  @ResolveField('deliveries')
  deliveries(@Parent() { id, asOf }: AlertRow): Promise<readonly Schema.Delivery[]> {
    return this.details.deliveries(id, asOf);
  }

  private finding({ clinicianId: clinician, findingId, asOf }: AlertRow, context: RequestContext): Promise<FindingRow> {
    return this.findings.behind(context, { clinician, findingId }, asOf);
  }

  private async around(alert: AlertRow, context: RequestContext): Promise<Around> {
    await recorded(context, alert);
    const { clinicianId, patient, donor, findingId, asOf } = alert;
    const span = { startedAt: Date.parse(alert.startedAtInstant), lastAt: Date.parse(alert.lastAtInstant) };
    const days = { before: DAYS_BEFORE * DAY, after: DAYS_AFTER * DAY };
    return context.once(alert, () =>
      this.timeline.around(context, { clinician: clinicianId, patient, donor }, { ...span, ...days, findingId, asOf }),
    );
  }
}

/** A list shows that alerts exist; whoever looks into one is written down, also through a nested field. */
function recorded(context: RequestContext, { id, clinicianId, patient }: AlertRow): Promise<void> {
  return context.recordView('read-alerts', {
    what: 'alert',
    reference: id,
    clinician: clinicianId,
    ...(patient === null ? {} : { patient }),
  });
}
