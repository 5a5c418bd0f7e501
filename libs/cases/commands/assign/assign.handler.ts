import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assignmentRequested } from '@plumbline/events';
import { CaseDesk, type CaseRequest } from '../case-desk';
import type { CommandResult } from '../result';

/** A person gives a case to someone, by that person's id. */
export class AssignCase extends Command<CommandResult> {
  constructor(readonly request: CaseRequest & { readonly assignee: string }) {
    super();
  }
}

@CommandHandler(AssignCase)
export class AssignCaseHandler implements ICommandHandler<AssignCase> {
  constructor(private readonly desk: CaseDesk) {}

  execute({ request }: AssignCase): Promise<CommandResult> {
    return this.desk.submit(assignmentRequested, request, { assignee: request.assignee });
  }
}
