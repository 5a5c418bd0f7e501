import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { confirmationRequested } from '@plumbline/events';
import { CaseDesk, type CaseRequest } from '../case-desk';
import type { CommandResult } from '../result';

/** A second person confirms the dismissal of a high tier. */
export class ConfirmDismissal extends Command<CommandResult> {
  constructor(readonly request: CaseRequest) {
    super();
  }
}

@CommandHandler(ConfirmDismissal)
export class ConfirmDismissalHandler implements ICommandHandler<ConfirmDismissal> {
  constructor(private readonly desk: CaseDesk) {}

  execute({ request }: ConfirmDismissal): Promise<CommandResult> {
    return this.desk.submit(confirmationRequested, request);
  }
}
