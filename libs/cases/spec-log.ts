import type { EventLog, LogBatch, LogPosition, LogRecord, StoredRecord } from '@plumbline/event-log';
import { decodeEvent } from '@plumbline/events';
import { sha256 } from '@plumbline/kernel';
import type { AlertState, CaseHistoryEntry, CommandOutcome } from './alert-state';
import type { Actor, CaseReader } from './commands/ports';
import type { AlertFold } from './fold/alert-fold';

/** One partition in memory, for specifications of what happens around a log; that a log is durable is specified with the log. */
export class SpecLog implements EventLog {
  readonly partitions = 1;
  readonly records: StoredRecord[] = [];
  private readonly waiting: (() => void)[] = [];

  async append(records: readonly LogRecord[]): Promise<readonly LogPosition[]> {
    const positions = records.map(({ key, bytes }) => {
      const position = this.records.length;
      this.records.push({ partition: 0, position, key, bytes, hash: sha256(bytes) });
      return { partition: 0, position };
    });
    this.waiting.splice(0).forEach((wake) => {
      wake();
    });
    return Promise.resolve(positions);
  }

  read(partition: number, from: number): Promise<LogBatch> {
    return Promise.resolve({ partition, records: this.records.slice(from), next: this.records.length });
  }

  ends(): Promise<readonly number[]> {
    return Promise.resolve([this.records.length]);
  }

  async waitFor(_partition: number, from: number): Promise<void> {
    while (this.records.length <= from) await new Promise<void>((wake) => this.waiting.push(wake));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Reads the log into a fold and keeps the rows: a projector in small, which also drops what a transport delivers twice. */
export class SpecProjector implements CaseReader {
  readonly states: AlertState[] = [];
  readonly entries: CaseHistoryEntry[] = [];
  private readonly outcomes: CommandOutcome[] = [];
  private readonly seen = new Set<string>();
  private at = 0;

  constructor(
    private readonly log: SpecLog,
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
