import type { EventLog } from '@plumbline/event-log';
import { decodeEvent } from '@plumbline/events';
import type { AlertState, CaseHistoryEntry, CommandOutcome } from './alert-state';
import type { Actor, CaseReader } from './commands/ports';
import type { AlertFold } from './fold/alert-fold';

/** Reads the log into a fold and keeps the rows: a projector in small, which also drops what a transport delivers twice. */
export class SpecProjector implements CaseReader {
  readonly states: AlertState[] = [];
  readonly entries: CaseHistoryEntry[] = [];
  private readonly outcomes: CommandOutcome[] = [];
  private readonly seen = new Set<string>();
  private at = 0;

  constructor(
    private readonly log: EventLog,
    private readonly fold: AlertFold,
  ) {}

  /** Folds all that stands in the log. */
  readonly catchUp = async (): Promise<void> => {
    const { records, next } = await this.log.read(0, this.at);
    this.at = next;
    for (const record of records) {
      if (this.seen.has(record.key)) continue;
      this.seen.add(record.key);
      this.fold.applyCommand(decodeEvent(record.bytes), record);
    }
    const { alertStates, caseHistory, outcomes } = this.fold.drain();
    this.states.push(...alertStates);
    this.entries.push(...caseHistory);
    this.outcomes.push(...outcomes);
  };

  find(caseId: string, actor: Actor): Promise<AlertState | undefined> {
    const newest = this.states.findLast(({ alertId }) => alertId === caseId);
    const visible = newest !== undefined && (actor.departments === 'all' || actor.departments.includes(newest.department));
    return Promise.resolve(visible ? newest : undefined);
  }

  history(caseId: string): Promise<readonly CaseHistoryEntry[]> {
    return Promise.resolve(this.entries.filter((entry) => entry.caseId === caseId));
  }

  outcomeOf(caseId: string, commandId: string): Promise<CommandOutcome | undefined> {
    return Promise.resolve(this.outcomes.find((outcome) => outcome.caseId === caseId && outcome.commandId === commandId));
  }
}
