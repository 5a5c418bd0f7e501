import type { LogPosition } from '@plumbline/event-log';
import type { DomainEvent } from '@plumbline/events';
import type { CommandOutcome, ConflictCode } from '../alert-state';
import type { CaseCommand } from '../case/command';
import { evolve } from '../case/evolve';
import { decide } from '../commands/decide';
import type { AlertRecord } from './alert-record';
import type { Output } from './output';

/** A case is worked by a few people; a client that repeats a command later than this many others is answered as if it were new. */
const ANSWERS_KEPT = 256;

/** What every command carries; the history has columns of its own for it. */
const COMMON: readonly string[] = ['caseId', 'clinician', 'basedOn', 'commandId', 'actor'];

/** What was said or chosen. */
const detailOf = (command: CaseCommand): string =>
  JSON.stringify(Object.fromEntries(Object.entries(command.data).filter(([name]) => !COMMON.includes(name))));

/** Decides a command in log order, writes what became of it, and answers whoever waits. */
export function answerCommand(
  record: AlertRecord | undefined,
  command: CaseCommand,
  event: DomainEvent,
  at: LogPosition,
  output: Output,
): void {
  const { data } = command;
  const earlier = record?.answers.find((answer) => answer.commandId === data.commandId);
  if (earlier !== undefined) {
    output.outcome({ ...earlier, partition: at.partition, position: at.position });
    return;
  }
  const decision = decide(record?.standing, command);
  const conflict: ConflictCode | '' = decision.ok ? '' : decision.failure;
  if (record !== undefined && decision.ok) {
    record.standing = evolve(record.standing, decision.value);
    record.seen = record.severity;
    output.row(record, { learnedAt: event.ingestedAt, knownAt: event.recordedAt }, at);
  }
  const outcome: CommandOutcome = {
    commandId: data.commandId,
    caseId: data.caseId,
    accepted: decision.ok,
    conflict,
    version: record?.standing.version ?? 0,
    partition: at.partition,
    position: at.position,
  };
  output.outcome(outcome);
  output.history({
    caseId: data.caseId,
    version: outcome.version,
    commandId: data.commandId,
    kind: command.kind,
    accepted: decision.ok,
    conflict,
    actor: data.actor.id,
    actorRole: data.actor.role,
    happenedAt: command.at,
    detail: detailOf(command),
    clinician: data.clinician,
    partition: at.partition,
    position: at.position,
  });
  if (record === undefined) return;
  record.answers.push(outcome);
  if (record.answers.length > ANSWERS_KEPT) record.answers.shift();
}
