import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AcknowledgeAlertHandler } from './commands/acknowledge/acknowledge.handler';
import { AssignCaseHandler } from './commands/assign/assign.handler';
import { CaseDesk, type CaseDeskOptions } from './commands/case-desk';
import { CommentOnCaseHandler } from './commands/comment/comment.handler';
import { ConfirmDismissalHandler } from './commands/confirm/confirm.handler';
import { CASE_READER } from './commands/ports';
import { RecordResponseHandler } from './commands/record-response/record-response.handler';
import { ReopenCaseHandler } from './commands/reopen/reopen.handler';
import { ResolveCaseHandler } from './commands/resolve/resolve.handler';
import { SnoozeCaseHandler } from './commands/snooze/snooze.handler';
import { FindCaseHandler } from './queries/find-case.handler';

/** The commands and the query on cases, behind CommandBus and QueryBus. Events never travel on the bus: they go to the log. */
@Module({})
export class CasesModule {
  static register(options: CaseDeskOptions): DynamicModule {
    return {
      module: CasesModule,
      imports: [CqrsModule],
      providers: [
        { provide: CaseDesk, useFactory: () => new CaseDesk(options) },
        { provide: CASE_READER, useValue: options.reader },
        AcknowledgeAlertHandler,
        AssignCaseHandler,
        CommentOnCaseHandler,
        RecordResponseHandler,
        ResolveCaseHandler,
        ConfirmDismissalHandler,
        ReopenCaseHandler,
        SnoozeCaseHandler,
        FindCaseHandler,
      ],
      exports: [CqrsModule],
    };
  }
}
