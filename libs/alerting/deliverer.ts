import type { AlertState } from '@plumbline/cases';
import type { EventLog } from '@plumbline/event-log';
import type { StoredEvent } from '@plumbline/events';
import { MINUTE, type Clock, type Problem } from '@plumbline/kernel';
import type { PolicyDocument, Transport } from '@plumbline/policy';
import { append, deliveryAttemptedEvent, escalatedEvent } from './alerting-events';
import type { DeliveryFold } from './delivery-fold';
import { digestOf, type Notification } from './notification';
import { planAlert, type Step } from './plan/plan-alert';
import { MOST_ATTEMPTS } from './plan/retry';
import { StormWatch } from './plan/storm';
import { deliveryProblem, logUnavailable, notSetUp } from './problems';
import type { AttemptResult, NotificationTransport } from './transports/transport';
import { WakeUp } from './wake-up';

export interface DelivererOptions {
  readonly clock: Clock;
  readonly log: EventLog;
  /** Folded up to the log's end before the deliverer is started; it keeps it up to date with what it does itself. */
  readonly delivered: DeliveryFold;
  /** The policy in force now: people and addresses change, and an old address helps nobody. */
  readonly policy: () => PolicyDocument | undefined;
  readonly transports: Readonly<Partial<Record<Transport, NotificationTransport>>>;
  /** Told of what an operator should know; it never holds an address or an identifier. */
  readonly report: (problem: Problem) => void;
}

/** At least so often the clock is looked at, because a machine may have slept or its clock may have been set. */
const LONGEST_SLEEP = MINUTE;
/** Before the log is asked again after it did not acknowledge. */
const LOG_PAUSE = 5_000;
/** How many alerts are worked at the same time: a receiver that hangs must not hold up all others. */
const AT_ONCE = 4;
const missing: AttemptResult = { delivered: false, problem: 'alerting.not-set-up', permanent: false };
const transportNames: readonly Transport[] = ['e-mail', 'webhook'];

type Send = Extract<Step, { kind: 'send' }>;

/** The log did not acknowledge: what was done is kept, and is reported before anything else is done. */
export class LogUnavailable extends Error {
  constructor(options: ErrorOptions) {
    super('the log did not take the report of a notification', options);
    this.name = 'LogUnavailable';
  }
}

/**
 * Sends notifications and escalates. The order of effects: 1. send; 2. append what became of it; 3. go on. A crash between 1 and 2
 * repeats the message under the same id and under the same attempt, by which receivers and the log's readers drop it. There is one
 * deliverer for each partition.
 */
export class Deliverer {
  private readonly awaiting = new Map<string, AlertState>();
  /** When an alert is to be looked at again. */
  private readonly due = new Map<string, number>();
  /** Sent, but not acknowledged by the log. Nothing else is sent before these are. */
  private readonly unrecorded = new Set<StoredEvent>();
  private readonly storms = new StormWatch();
  private plannedWith: PolicyDocument | undefined;
  private running: Promise<void> | undefined;
  private readonly wakeUp = new WakeUp();
  private stopped = false;

  constructor(private readonly options: DelivererOptions) {}

  /** Takes the states of alerts: at the start those of all that await a person, later each change in the order of the log. */
  observe(states: readonly AlertState[]): void {
    for (const state of states) {
      // What was read from the tables at the start may be newer than what is told next.
      if ((this.awaiting.get(state.alertId)?.sequence ?? 0) >= state.sequence) continue;
      if (state.respondBy === undefined) {
        this.awaiting.delete(state.alertId);
        this.due.delete(state.alertId);
        this.options.delivered.forget(state.alertId);
      } else {
        this.awaiting.set(state.alertId, state);
        this.due.set(state.alertId, -Infinity);
      }
    }
    this.wakeUp.now();
  }

  /** Begins to work. What is not set up is said once. The promise resolves after {@link stop}, and rejects on a fault of the program. */
  start(): Promise<void> {
    for (const name of transportNames) if (this.options.transports[name] === undefined) this.options.report(notSetUp(name));
    this.running ??= this.run();
    return this.running;
  }

  /** Finishes what is being sent, records it, and ends. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wakeUp.now();
    await this.running;
    for (const transport of Object.values(this.options.transports)) transport.close();
  }

  /** Does all that is due now and resolves with when there is something to do again. Rejects with LogUnavailable where the log does not acknowledge. */
  async runDue(): Promise<number> {
    await this.recordUnrecorded();
    const policy = this.options.policy();
    if (policy === undefined) return Infinity;
    if (policy !== this.plannedWith) for (const alertId of this.awaiting.keys()) this.due.set(alertId, -Infinity);
    this.plannedWith = policy;

    const now = this.options.clock.now();
    const waiting = [...this.due].filter(([, at]) => at <= now).map(([alertId]) => alertId);
    await this.sendStorms(waiting, policy, now);
    const lane = async (): Promise<void> => {
      for (let alertId = waiting.shift(); alertId !== undefined && !this.stopped; alertId = waiting.shift()) {
        await this.work(alertId, policy);
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
    for (const ended of lanes) if (ended.status === 'rejected') throw ended.reason;
    return Math.min(Infinity, ...this.due.values());
  }

  /** Tells in one message what would be too many for an address; what became of it is recorded for each, as if it had been sent alone. */
  private async sendStorms(alertIds: readonly string[], policy: PolicyDocument, now: number): Promise<void> {
    const surroundings = { policy, now, delivered: this.options.delivered, transports: this.available() };
    const due = alertIds.flatMap((alertId): readonly Send[] => {
      const alert = this.awaiting.get(alertId);
      const steps = alert === undefined ? [] : planAlert(alert, surroundings);
      return steps.filter((step): step is Send => step.kind === 'send' && step.at <= now);
    });
    for (const storm of this.storms.storms(due, policy, now)) {
      if (this.stopped) return;
      const [first, ...rest] = storm;
      const digest = digestOf([first.notification, ...rest.map(({ notification }) => notification)]);
      const result = (await this.options.transports[digest.target.transport]?.sendDigest(digest)) ?? missing;
      this.storms.note(first.notification, now);
      const events = storm.map(({ notification, attempt }) => this.attempted(notification, attempt, result));
      // All of it was sent: where the log refuses one, the others are not forgotten either.
      for (const event of events) this.unrecorded.add(event);
      for (const event of events) await this.record(event);
    }
  }

  /** Works one alert until nothing of it is due: an escalation makes its notifications due at once. */
  private async work(alertId: string, policy: PolicyDocument): Promise<void> {
    for (;;) {
      const alert = this.awaiting.get(alertId);
      if (alert === undefined) return;
      const now = this.options.clock.now();
      const steps = planAlert(alert, { policy, now, delivered: this.options.delivered, transports: this.available() });
      const step = steps.find(({ at }) => at <= now);
      if (step === undefined || this.stopped) {
        this.due.set(alertId, Math.min(Infinity, ...steps.map(({ at }) => at)));
        return;
      }
      await this.record(step.kind === 'escalate' ? this.escalate(step, now) : await this.send(step));
    }
  }

  private available(): readonly Transport[] {
    return transportNames.filter((name) => this.options.transports[name] !== undefined);
  }

  private escalate({ alert, level, route }: Extract<Step, { kind: 'escalate' }>, now: number): StoredEvent {
    const { clinician, alertId, attention } = alert;
    return escalatedEvent({ clinician, caseId: alertId, attention, level, route }, now);
  }

  private async send({ notification, attempt }: Send): Promise<StoredEvent> {
    const result = (await this.options.transports[notification.target.transport]?.send(notification)) ?? missing;
    this.storms.note(notification, this.options.clock.now());
    return this.attempted(notification, attempt, result);
  }

  private attempted({ id, alert, route, target }: Notification, attempt: number, result: AttemptResult): StoredEvent {
    const told = { clinician: alert.clinician, caseId: alert.alertId, notification: id, route, transport: target.transport, attempt };
    const at = this.options.clock.now();
    if (result.delivered) return deliveryAttemptedEvent({ ...told, outcome: 'delivered' }, at);
    const outcome = result.permanent || attempt >= MOST_ATTEMPTS ? 'given-up' : 'failed';
    this.options.report(deliveryProblem(result.problem, outcome, attempt));
    return deliveryAttemptedEvent({ ...told, outcome, problem: result.problem }, at);
  }

  private async record(event: StoredEvent): Promise<void> {
    this.unrecorded.add(event);
    try {
      const done = await append(this.options.log, event);
      // Somebody may have taken note while it was under way.
      if (this.awaiting.has(String(done.data['caseId']))) this.options.delivered.apply(done);
    } catch (cause) {
      throw new LogUnavailable({ cause });
    }
    this.unrecorded.delete(event);
  }

  private async recordUnrecorded(): Promise<void> {
    for (const event of [...this.unrecorded]) await this.record(event);
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      let next: number;
      try {
        next = await this.runDue();
      } catch (error) {
        if (!(error instanceof LogUnavailable)) throw error;
        this.options.report(logUnavailable);
        next = this.options.clock.now() + LOG_PAUSE;
      }
      await this.wakeUp.within(Math.min(Math.max(next - this.options.clock.now(), 0), LONGEST_SLEEP));
    }
  }
}
