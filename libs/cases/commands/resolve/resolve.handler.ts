import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { resolutionRequested } from '@plumbline/events';
import { CaseDesk, type CaseRequest } from '../case-desk';
import type { CaseOutcome } from '../../alert-state';
import type { CommandResult } from '../result';

/** A person closes a case; a dismissal of a high tier waits for a second person. */
export class ResolveCase extends Command<CommandResult> {
  constructor(readonly request: CaseRequest & { readonly outcome: CaseOutcome; readonly rationale: string }) {
    super();
  }
}

@CommandHandler(ResolveCase)
export class ResolveCaseHandler implements ICommandHandler<ResolveCase> {
  constructor(private readonly desk: CaseDesk) {}

  execute({ request }: ResolveCase): Promise<CommandResult> {
    return this.desk.submit(resolutionRequested, request, { outcome: request.outcome, rationale: request.rationale });
  }
}
