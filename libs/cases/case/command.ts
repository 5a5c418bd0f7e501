import type {
  AcknowledgementRequested,
  AssignmentRequested,
  CommentRequested,
  ConfirmationRequested,
  DomainEvent,
  ReopeningRequested,
  ResolutionRequested,
  ResponseRequested,
  SnoozeRequested,
} from '@plumbline/events';

/** Who may ever act on a case. An auditor reads and never acts. */
export type ActingRole = 'risk-manager' | 'medical-director' | 'administrator';

const actingRoles: readonly string[] = ['risk-manager', 'medical-director', 'administrator'] satisfies readonly ActingRole[];

export const mayAct = (role: string): role is ActingRole => actingRoles.includes(role);

/** The command kinds, each with the data that its event carries. */
export interface CommandData {
  readonly acknowledge: AcknowledgementRequested;
  readonly assign: AssignmentRequested;
  readonly comment: CommentRequested;
  readonly 'record-response': ResponseRequested;
  readonly resolve: ResolutionRequested;
  readonly confirm: ConfirmationRequested;
  readonly reopen: ReopeningRequested;
  readonly snooze: SnoozeRequested;
}

export type CommandKind = keyof CommandData;

/** A command as the log holds it. `at` is the time of the event; a decision knows no other. */
export type CaseCommand<Kind extends CommandKind = CommandKind> = {
  [K in Kind]: { readonly kind: K; readonly at: number; readonly data: CommandData[K] };
}[Kind];

const kinds: Readonly<Record<string, CommandKind>> = {
  'cases.acknowledgement-requested': 'acknowledge',
  'cases.assignment-requested': 'assign',
  'cases.comment-requested': 'comment',
  'cases.response-requested': 'record-response',
  'cases.resolution-requested': 'resolve',
  'cases.confirmation-requested': 'confirm',
  'cases.reopening-requested': 'reopen',
  'cases.snooze-requested': 'snooze',
};

/** Reads a command out of its event; undefined for an event that is none. */
export function commandOf(event: DomainEvent): CaseCommand | undefined {
  const kind = kinds[event.type];
  // Which data goes with which type was checked against the type's schema before the event was appended.
  return kind === undefined ? undefined : ({ kind, at: event.occurred.instant, data: event.data } as unknown as CaseCommand);
}
