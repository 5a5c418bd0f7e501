import { Inject } from '@nestjs/common';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { RequestContext } from '../common/context';
import type * as Schema from '../schema.generated';
import { SourceRepository } from '../sources/source.repository';
import { OverviewRepository } from './overview.repository';
import { ProjectionWatch } from './projection-watch';

interface Span {
  readonly weeks: number;
}

/** Each band is read only where it is asked for. */
@Resolver('Overview')
export class OverviewResolver {
  constructor(
    @Inject(OverviewRepository) private readonly bands: OverviewRepository,
    @Inject(SourceRepository) private readonly sources: SourceRepository,
    @Inject(ProjectionWatch) private readonly watch: ProjectionWatch,
  ) {}

  @Query('overview')
  overview(@Args() { weeks }: Schema.QueryOverviewArgs): Span {
    return { weeks: weeks ?? 26 };
  }

  @ResolveField('needsAPerson')
  needsAPerson(@Context() { viewer }: RequestContext): Promise<Schema.NeedsAPerson> {
    return this.bands.needsAPerson(viewer);
  }

  @ResolveField('alertsByWeek')
  alertsByWeek(@Parent() { weeks }: Span, @Context() { viewer }: RequestContext): Promise<readonly Schema.AlertWeek[]> {
    return this.bands.alertsByWeek(viewer, weeks);
  }

  @ResolveField('policyChanges')
  policyChanges(@Parent() { weeks }: Span): Promise<readonly Schema.PolicyChange[]> {
    return this.bands.policyChanges(weeks);
  }

  @ResolveField('departments')
  departments(@Context() { viewer }: RequestContext): Promise<readonly Schema.DepartmentRate[]> {
    return this.bands.departments(viewer);
  }

  @ResolveField('notEvaluable')
  notEvaluable(@Context() { viewer }: RequestContext): Promise<readonly Schema.NotEvaluable[]> {
    return this.bands.notEvaluable(viewer);
  }

  @ResolveField('patternFigures')
  patternFigures(@Context() { viewer }: RequestContext): Promise<readonly Schema.PatternFigures[]> {
    return this.bands.patternFigures(viewer);
  }

  @ResolveField('freshness')
  async freshness(): Promise<Schema.Freshness> {
    const health = await this.sources.health();
    const newest = (instants: readonly (string | null)[]): string | null =>
      instants
        .filter((at) => at !== null)
        .sort()
        .at(-1) ?? null;
    return {
      eventsUntil: newest(health.map(({ lastEventAt }) => lastEventAt?.at ?? null)),
      ingestedAt: newest(health.map(({ lastIngestedAt }) => lastIngestedAt)),
      staleSince: this.watch.staleSince === null ? null : new Date(this.watch.staleSince).toISOString(),
      silentSources: health.filter(({ state }) => state === 'silent').map(({ source }) => source),
    };
  }
}
