import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ProblemError, type Problem } from '@plumbline/kernel';
import { RequestContext } from '../common/context';
import { notFound } from '../common/not-found';
import { connectionOf, decodeCursor, pageSize, type Connection } from '../common/paging';
import type * as Schema from '../schema.generated';
import { detailsOf } from '../timeline/event-words';
import { QUARANTINE, type QuarantineEntry, type QuarantinePort } from './quarantine.port';

/** So much of an original is shown. */
const SHOWN_BYTES = 64 * 1_024;
/** A list that filters by several values looks through so many entries at most. */
const MOST_LOOKED_AT = 10_000;
const LOOKED_AT_ONCE = 1_000;

const STATES: Readonly<Record<QuarantineEntry['state'], Schema.QuarantineState>> = {
  open: 'waiting',
  replayed: 'replayed',
  dismissed: 'dismissed',
};

@Resolver('QuarantinedRecord')
export class QuarantineResolver {
  constructor(@Inject(QUARANTINE) private readonly desk: QuarantinePort) {}

  @Query('quarantine')
  async list(@Args() { filter, first, after }: Schema.QueryQuarantineArgs): Promise<Connection<QuarantineEntry>> {
    const size = pageSize(first, 50);
    const from = decodeCursor(after, 'string');
    const all = await this.matching(filter ?? {});
    const start = from === undefined ? 0 : all.findIndex(({ id }) => id === from[1]) + 1;
    return connectionOf(all.slice(start, start + size + 1), size, all.length, ({ id }) => ['', id]);
  }

  @Query('quarantinedRecord')
  async record(@Args() { id }: Schema.QueryQuarantinedRecordArgs): Promise<object> {
    return known(async () => ({ __typename: 'QuarantinedRecord', ...summary(await this.desk.show(id)) }));
  }

  @Query('quarantinePreview')
  async preview(@Args() { id, mended }: Schema.QueryQuarantinePreviewArgs): Promise<object> {
    return known(async () => {
      const { events, problems } = await this.desk.preview(id, typeof mended === 'string' ? Buffer.from(mended, 'utf8') : undefined);
      return {
        __typename: 'QuarantinePreview',
        problems: problems.map(shown),
        events: events.map(({ type, time, timeprecision, timezone, data }) => ({
          type,
          occurredAt: { at: time, precision: timeprecision, zone: timezone },
          details: detailsOf(data),
        })),
      };
    });
  }

  @Mutation('replayQuarantined')
  async replay(@Args() { id, mended }: Schema.MutationReplayQuarantinedArgs, @Context() context: RequestContext): Promise<object> {
    return known(async () => {
      await context.recordView('replay-quarantine', { what: 'quarantined-record', reference: id });
      if (typeof mended === 'string') await this.desk.mend(id, Buffer.from(mended, 'utf8'));
      const outcome = await this.desk.replay(id);
      if (outcome.outcome === 'still-open') return { __typename: 'StillRefused', problems: outcome.problems.map(shown) };
      const record = summary(await this.desk.show(id));
      return { __typename: 'QuarantineReplayed', record, events: (outcome.receipt as { readonly accepted?: number }).accepted ?? 0 };
    });
  }

  @ResolveField('state')
  state(@Parent() { state }: QuarantineEntry): Schema.QuarantineState {
    return STATES[state];
  }

  @ResolveField('problems')
  problems(@Parent() { problems }: QuarantineEntry): readonly Schema.InputProblem[] {
    return problems.map(shown);
  }

  @ResolveField('replayedAt')
  replayedAt(@Parent() { state, settledAt }: QuarantineEntry): number | null {
    return state === 'replayed' ? (settledAt ?? null) : null;
  }

  /** The original may hold what a source calls people: it is for those who mend, and each look is written down before. */
  @ResolveField('original')
  async original(@Parent() { id }: QuarantineEntry, @Context() context: RequestContext): Promise<string | null> {
    if (!context.permissions.has('replay-quarantine')) return null;
    await context.recordView('replay-quarantine', { what: 'quarantined-record', reference: id });
    return Buffer.from((await this.desk.show(id)).original.subarray(0, SHOWN_BYTES)).toString('utf8');
  }

  @ResolveField('originalBytes')
  async originalBytes(@Parent() { id }: QuarantineEntry): Promise<number> {
    return (await this.desk.show(id)).original.length;
  }

  @ResolveField('originalTruncated')
  async originalTruncated(@Parent() { id }: QuarantineEntry): Promise<boolean> {
    return (await this.desk.show(id)).original.length > SHOWN_BYTES;
  }

  private async matching({ sources, codes, states }: Schema.QuarantineFilter): Promise<readonly QuarantineEntry[]> {
    const found: QuarantineEntry[] = [];
    let after: string | undefined;
    for (let looked = 0; looked < MOST_LOOKED_AT; looked += LOOKED_AT_ONCE) {
      const batch = await this.desk.list({ limit: LOOKED_AT_ONCE, ...(after === undefined ? {} : { after }) });
      found.push(...batch.filter((entry) => fits(sources, entry.source) && fits(states, STATES[entry.state]) && fitsCode(codes, entry)));
      after = batch.at(-1)?.id;
      if (batch.length < LOOKED_AT_ONCE) break;
    }
    return found;
  }
}

const fits = (wanted: readonly string[] | null | undefined, value: string): boolean =>
  wanted === null || wanted === undefined || wanted.includes(value);

const fitsCode = (wanted: readonly string[] | null | undefined, { problems }: QuarantineEntry): boolean =>
  wanted === null || wanted === undefined || problems.some(({ code }) => wanted.includes(code));

/** Without the bytes, which a resolver of their own reads and records. */
const summary = ({ id, state, problems, place, source, format, receivedAt, settledAt }: QuarantineEntry): QuarantineEntry => ({
  ...{ id, state, problems, place, source, format, receivedAt, settledAt },
});

const shown = ({ code, reason, remedy, place }: Problem): Schema.InputProblem => ({ code, reason, remedy, place: place ?? null });

async function known(read: () => Promise<object>): Promise<object> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'quarantine.unknown') return notFound;
    if (error instanceof ProblemError && error.code === 'quarantine.settled')
      return { __typename: 'StillRefused', problems: error.problems.map(shown) };
    throw error;
  }
}
