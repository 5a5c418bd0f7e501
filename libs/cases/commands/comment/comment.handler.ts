import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { commentRequested } from '@plumbline/events';
import { CaseDesk, type CaseRequest } from '../case-desk';
import type { CommandResult } from '../result';

/** A person comments on a case, in at most 2,000 characters. */
export class CommentOnCase extends Command<CommandResult> {
  constructor(readonly request: CaseRequest & { readonly comment: string }) {
    super();
  }
}

@CommandHandler(CommentOnCase)
export class CommentOnCaseHandler implements ICommandHandler<CommentOnCase> {
  constructor(private readonly desk: CaseDesk) {}

  execute({ request }: CommentOnCase): Promise<CommandResult> {
    return this.desk.submit(commentRequested, request, { comment: request.comment });
  }
}
