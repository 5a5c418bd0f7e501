import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { snoozeRequested } from '@plumbline/events';
import { CaseDesk, type CaseRequest } from '../case-desk';
import type { CommandResult } from '../result';

/** A person puts a case to sleep until it gets worse, or until an RFC 3339 instant. */
export class SnoozeCase extends Command<CommandResult> {
  constructor(readonly request: CaseRequest & { readonly until?: string | undefined }) {
    super();
  }
}

@CommandHandler(SnoozeCase)
export class SnoozeCaseHandler implements ICommandHandler<SnoozeCase> {
  constructor(private readonly desk: CaseDesk) {}

  execute({ request }: SnoozeCase): Promise<CommandResult> {
    return this.desk.submit(snoozeRequested, request, { until: request.until });
  }
}
