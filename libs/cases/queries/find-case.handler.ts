import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { AlertState, CaseHistoryEntry } from '../alert-state';
import { CASE_READER, type Actor, type CaseReader } from '../commands/ports';
import { Inject } from '@nestjs/common';

/** A case as it stands, with what people asked of it. */
export interface CaseWithHistory {
  readonly alert: AlertState;
  readonly history: readonly CaseHistoryEntry[];
}

/** Looks a case up; undefined where there is none in the person's departments. */
export class FindCase extends Query<CaseWithHistory | undefined> {
  constructor(
    readonly caseId: string,
    readonly actor: Actor,
  ) {
    super();
  }
}

@QueryHandler(FindCase)
export class FindCaseHandler implements IQueryHandler<FindCase> {
  constructor(@Inject(CASE_READER) private readonly reader: CaseReader) {}

  async execute({ caseId, actor }: FindCase): Promise<CaseWithHistory | undefined> {
    const alert = await this.reader.find(caseId, actor);
    return alert === undefined ? undefined : { alert, history: await this.reader.history(caseId, actor) };
  }
}
