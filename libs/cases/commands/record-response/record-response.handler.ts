import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { responseRequested } from '@plumbline/events';
import { CaseDesk, type CaseRequest } from '../case-desk';
import type { CommandResult } from '../result';

/** A person puts on file what the clinician said, in at most 2,000 characters. */
export class RecordResponse extends Command<CommandResult> {
  constructor(readonly request: CaseRequest & { readonly response: string }) {
    super();
  }
}

@CommandHandler(RecordResponse)
export class RecordResponseHandler implements ICommandHandler<RecordResponse> {
  constructor(private readonly desk: CaseDesk) {}

  execute({ request }: RecordResponse): Promise<CommandResult> {
    return this.desk.submit(responseRequested, request, { response: request.response });
  }
}
