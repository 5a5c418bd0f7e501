import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { actingRole, type Colleague } from '@plumbline/access';
import {
  AcknowledgeAlert,
  AssignCase,
  CommentOnCase,
  ConfirmDismissal,
  RecordResponse,
  ReopenCase,
  ResolveCase,
  SnoozeCase,
  type CaseRequest,
  type CommandResult,
} from '@plumbline/cases';
import { AlertRepository } from '../alerts/alert.repository';
import { badInput } from '../common/bad-input';
import { forbidden, RequestContext } from '../common/context';
import { People } from '../common/people';
import type * as Schema from '../schema.generated';
import { commandAnswer } from './command-answer';

const MOST_AT_ONCE = 100;

interface Said {
  readonly alertId: string;
  readonly basedOn: number;
  readonly commandId?: string | null | undefined;
}

/** Commands on cases. The log decides them; a resolver only says who asks and answers with what became of it. */
@Resolver()
export class CasesResolver {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(AlertRepository) private readonly alerts: AlertRepository,
    @Inject(People) private readonly people: People,
  ) {}

  @Mutation('acknowledgeAlert')
  acknowledge(@Args('input') input: Schema.AcknowledgeAlertInput, @Context() context: RequestContext): Promise<object> {
    return this.run(context, input, (request) => new AcknowledgeAlert(request));
  }

  @Mutation('acknowledgeAlerts')
  acknowledgeAll(
    @Args('inputs') inputs: readonly Schema.AcknowledgeAlertInput[],
    @Context() context: RequestContext,
  ): Promise<readonly object[]> {
    return Promise.all(fewEnough(inputs).map((input) => this.acknowledge(input, context)));
  }

  @Mutation('assignAlert')
  async assign(@Args('input') input: Schema.AssignAlertInput, @Context() context: RequestContext): Promise<object> {
    const { assignee } = input;
    const person = (await this.people.assignable()).find(({ id }) => id === assignee);
    if (person === undefined) {
      const remedy = 'Choose one of the people to whom cases can be assigned.';
      return { __typename: 'CommandRefused', code: 'case.unknown-person', message: 'There is no such person.', remedy };
    }
    if (await this.isHiddenFrom(person, input.alertId, context)) {
      const message = 'This person does not see the department of the alert.';
      const remedy = 'Choose somebody who does, or have the department added where the institution keeps who sees what.';
      return { __typename: 'CommandRefused', code: 'case.outside-departments', message, remedy };
    }
    return this.run(context, input, (request) => new AssignCase({ ...request, assignee }));
  }

  @Mutation('assignAlerts')
  assignAll(@Args('inputs') inputs: readonly Schema.AssignAlertInput[], @Context() context: RequestContext): Promise<readonly object[]> {
    return Promise.all(fewEnough(inputs).map((input) => this.assign(input, context)));
  }

  @Mutation('commentOnAlert')
  comment(@Args('input') input: Schema.CommentOnAlertInput, @Context() context: RequestContext): Promise<object> {
    return this.run(context, input, (request) => new CommentOnCase({ ...request, comment: input.comment }));
  }

  @Mutation('recordResponse')
  recordResponse(@Args('input') input: Schema.RecordResponseInput, @Context() context: RequestContext): Promise<object> {
    return this.run(context, input, (request) => new RecordResponse({ ...request, response: input.response }));
  }

  @Mutation('resolveAlert')
  resolve(@Args('input') input: Schema.ResolveAlertInput, @Context() context: RequestContext): Promise<object> {
    const { outcome, rationale } = input;
    return this.run(context, input, (request) => new ResolveCase({ ...request, outcome, rationale }));
  }

  @Mutation('confirmResolution')
  confirm(@Args('input') input: Schema.ConfirmResolutionInput, @Context() context: RequestContext): Promise<object> {
    return this.run(context, input, (request) => new ConfirmDismissal(request));
  }

  @Mutation('reopenAlert')
  reopen(@Args('input') input: Schema.ReopenAlertInput, @Context() context: RequestContext): Promise<object> {
    return this.run(context, input, (request) => new ReopenCase({ ...request, rationale: input.rationale }));
  }

  @Mutation('snoozeAlert')
  snooze(@Args('input') input: Schema.SnoozeAlertInput, @Context() context: RequestContext): Promise<object> {
    const until = input.until ?? undefined;
    return this.run(context, input, (request) => new SnoozeCase({ ...request, ...(until === undefined ? {} : { until }) }));
  }

  /** Of an alert that the asking person does not see either nothing is said here: the command answers as it does where there is none. */
  private async isHiddenFrom({ departments }: Colleague, alertId: string, { viewer }: RequestContext): Promise<boolean> {
    if (departments === 'all' || (await this.alerts.find(viewer, alertId)) === undefined) return false;
    return (await this.alerts.find({ ...viewer, departments }, alertId)) === undefined;
  }

  private async run(context: RequestContext, said: Said, make: (request: CaseRequest) => Command<CommandResult>): Promise<object> {
    const { viewer } = context;
    const role = actingRole(viewer, 'work-cases');
    if (role === undefined) throw forbidden();
    const actor = { id: viewer.id, role, departments: viewer.departments };
    const commandId = said.commandId ?? undefined;
    const request = { caseId: said.alertId, basedOn: said.basedOn, actor, ...(commandId === undefined ? {} : { commandId }) };
    const result = await this.commands.execute<Command<CommandResult>, CommandResult>(make(request));
    return commandAnswer(result, () => this.alerts.find(viewer, said.alertId));
  }
}

function fewEnough<Input>(inputs: readonly Input[]): readonly Input[] {
  if (inputs.length > MOST_AT_ONCE) throw badInput(`at most ${MOST_AT_ONCE} alerts at once`);
  return inputs;
}
