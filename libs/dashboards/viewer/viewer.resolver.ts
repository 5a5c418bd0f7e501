import { Inject } from '@nestjs/common';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { permissionsOf } from '@plumbline/access';
import { RequestContext } from '../common/context';
import { allPatterns } from '../common/pattern-words';
import { People } from '../common/people';
import { Reading } from '../common/reading';
import type * as Schema from '../schema.generated';
import { DASHBOARD_FACTS, type DashboardFacts } from './dashboard-facts';

@Resolver()
export class ViewerResolver {
  constructor(
    @Inject(Reading) private readonly reading: Reading,
    @Inject(People) private readonly people: People,
    @Inject(DASHBOARD_FACTS) private readonly facts: DashboardFacts,
  ) {}

  @Query('viewer')
  viewer(@Context() { viewer }: RequestContext): Schema.Viewer {
    const { id, name, roles, departments, expiresAt } = viewer;
    return {
      ...{ id, name, roles },
      permissions: permissionsOf(viewer),
      departments: departments === 'all' ? null : departments,
      sessionEndsAt: new Date(expiresAt).toISOString(),
      now: new Date(this.reading.clock.now()).toISOString(),
      zone: this.reading.zone,
      demonstration: this.facts.demonstration,
    };
  }

  @Query('people')
  async everybody(): Promise<readonly Schema.Colleague[]> {
    const people = await this.people.assignable();
    return people.map(({ departments, ...person }) => ({ ...person, departments: departments === 'all' ? null : departments }));
  }

  @Query('patterns')
  patterns(): readonly Schema.Pattern[] {
    return allPatterns;
  }
}
