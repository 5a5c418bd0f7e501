import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { acknowledgementRequested } from '@plumbline/events';
import { CaseDesk, type CaseRequest } from '../case-desk';
import type { CommandResult } from '../result';

/** A person takes note of an alert. */
export class AcknowledgeAlert extends Command<CommandResult> {
  constructor(readonly request: CaseRequest) {
    super();
  }
}

@CommandHandler(AcknowledgeAlert)
export class AcknowledgeAlertHandler implements ICommandHandler<AcknowledgeAlert> {
  constructor(private readonly desk: CaseDesk) {}

  execute({ request }: AcknowledgeAlert): Promise<CommandResult> {
    return this.desk.submit(acknowledgementRequested, request);
  }
}
