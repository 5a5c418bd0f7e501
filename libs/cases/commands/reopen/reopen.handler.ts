import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reopeningRequested } from '@plumbline/events';
import { CaseDesk, type CaseRequest } from '../case-desk';
import type { CommandResult } from '../result';

/** A person opens a resolved case again, or declines a dismissal that waits for confirmation. */
export class ReopenCase extends Command<CommandResult> {
  constructor(readonly request: CaseRequest & { readonly rationale: string }) {
    super();
  }
}

@CommandHandler(ReopenCase)
export class ReopenCaseHandler implements ICommandHandler<ReopenCase> {
  constructor(private readonly desk: CaseDesk) {}

  execute({ request }: ReopenCase): Promise<CommandResult> {
    return this.desk.submit(reopeningRequested, request, { rationale: request.rationale });
  }
}
