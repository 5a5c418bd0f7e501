import { randomUUID } from 'node:crypto';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { EventLog } from '@plumbline/event-log';
import { encodeEvent, eventKey, storedEvent, type EventDefinition } from '@plumbline/events';
import type { Clock, Problem } from '@plumbline/kernel';
import { mayAct } from '../case/command';
import type { Actor, CaseReader, WaitForPosition } from './ports';
import { problemOf, type CommandResult } from './result';

/** What every command says. */
export interface CaseRequest {
  readonly caseId: string;
  /** The version of the case that the person saw. */
  readonly basedOn: number;
  readonly actor: Actor;
  /** Chosen by the caller; a repeat under the same id is answered like the first. Made here where it is missing. */
  readonly commandId?: string | undefined;
}

export interface CaseDeskOptions {
  readonly log: EventLog;
  readonly reader: CaseReader;
  readonly waitForPosition: WaitForPosition;
  readonly clock: Clock;
  /** How long a person waits for the fold at most, in milliseconds. */
  readonly patience?: number;
}

/** Longer than a fold ever takes to come to a command, shorter than a browser's own limit. */
const PATIENCE = 10_000;
const SOURCE = 'plumbline/cases';

/**
 * Takes commands at the door. The order of effects, and what a crash between them leaves behind:
 * 1. permission and scope; 2. the event's schema: nothing is written yet; 3. the durable append: from here on the log decides, and
 * the same command id gives the same answer; 4. waiting for the fold; 5. the answer.
 */
export class CaseDesk {
  private readonly validators = new Map<EventDefinition, ValidateFunction>();
  private readonly ajv = new Ajv2020({ allErrors: true, strict: true });

  constructor(private readonly options: CaseDeskOptions) {
    addFormats(this.ajv);
  }

  /** Submits a command; `chosen` is what this kind of command says beyond the others. Rejects only where the log or the store fails. */
  async submit(definition: EventDefinition, request: CaseRequest, chosen: Readonly<Record<string, unknown>> = {}): Promise<CommandResult> {
    const { reader, log } = this.options;
    const { caseId, actor } = request;
    if (!mayAct(actor.role)) return { status: 'refused', problems: [problemOf('case.not-permitted')] };
    const found = await reader.find(caseId, actor);
    if (found === undefined) return { status: 'refused', problems: [problemOf('case.not-found')] };

    const commandId = request.commandId ?? randomUUID();
    const data = {
      ...Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)),
      ...{ caseId, commandId, clinician: found.clinician, basedOn: request.basedOn },
      actor: { id: actor.id, role: actor.role },
    };
    const problems = this.problemsOf(definition, data);
    if (problems.length > 0) return { status: 'refused', problems };

    const now = this.options.clock.now();
    const event = storedEvent(definition, {
      // The case belongs to the id: a command id that is used for two cases by mistake must not swallow the second command.
      id: `${caseId}:${commandId}`,
      source: SOURCE,
      occurred: { instant: now, precision: 'millisecond', zone: 'UTC' },
      recordedAt: now,
      ingestedAt: now,
      data,
    });
    const [position] = await log.append([{ partitionKey: event.partitionkey, key: eventKey(event), bytes: encodeEvent(event) }]);
    if (position === undefined) throw new Error('the log acknowledged a command without a position');
    return this.answer(request, commandId, position);
  }

  private async answer(request: CaseRequest, commandId: string, position: Parameters<WaitForPosition>[0]): Promise<CommandResult> {
    const { reader, waitForPosition, patience = PATIENCE } = this.options;
    const signal = AbortSignal.timeout(patience);
    try {
      await waitForPosition(position, signal);
    } catch (error) {
      if (signal.aborted) return { status: 'pending', commandId };
      throw error;
    }
    const outcome = await reader.outcomeOf(request.caseId, commandId);
    const alert = await reader.find(request.caseId, request.actor);
    if (outcome === undefined || alert === undefined) return { status: 'pending', commandId };
    if (outcome.conflict === '') return { status: 'accepted', version: outcome.version, alert };
    return { status: 'conflict', conflict: outcome.conflict, problem: problemOf(outcome.conflict), alert };
  }

  private problemsOf(definition: EventDefinition, data: unknown): readonly Problem[] {
    let validate = this.validators.get(definition);
    if (validate === undefined) {
      validate = this.ajv.compile(definition.dataSchema);
      this.validators.set(definition, validate);
    }
    if (validate(data)) return [];
    return (validate.errors ?? []).map((error) => ({
      code: 'case.command-invalid',
      reason: `A value of the command is not allowed: it ${error.message ?? 'does not fit its schema'}.`,
      remedy: 'Mend the value and send the command again.',
      place: error.instancePath,
    }));
  }
}
