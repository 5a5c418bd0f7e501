import { Inject } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { RequestContext } from '../common/context';
import { patternWords } from '../common/pattern-words';
import type * as Schema from '../schema.generated';
import { Moments } from '../timeline/moments';
import type { FindingRow } from './finding.repository';

/** The fields of a finding that its row says in another form. */
@Resolver('Finding')
export class FindingFieldsResolver {
  constructor(@Inject(Moments) private readonly moments: Moments) {}

  @ResolveField('pattern')
  pattern(@Parent() { patternId }: FindingRow): Schema.Pattern {
    return patternWords(patternId);
  }

  @ResolveField('patient')
  patient(@Parent() { patientId }: FindingRow): string | null {
    return patientId === '' ? null : patientId;
  }

  @ResolveField('donor')
  donor(@Parent() { donorId }: FindingRow): string | null {
    return donorId === '' ? null : donorId;
  }

  @ResolveField('alertId')
  alertId(@Parent() { alertOf }: FindingRow): string | null {
    return alertOf === '' ? null : alertOf;
  }

  @ResolveField('startedAt')
  startedAt(@Parent() finding: FindingRow, @Context() context: RequestContext): Schema.EventTime | Promise<Schema.EventTime> {
    return this.moments.eventTime(context, finding.clinicianId, finding.startedAtInstant);
  }

  @ResolveField('lastAt')
  lastAt(@Parent() finding: FindingRow, @Context() context: RequestContext): Schema.EventTime | Promise<Schema.EventTime> {
    return this.moments.eventTime(context, finding.clinicianId, finding.lastAtInstant);
  }
}
