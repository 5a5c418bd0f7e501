import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useClient, type Client, type TypedDocumentNode } from 'urql';
import {
  AcknowledgeAlertsDocument,
  AssignAlertsDocument,
  CommentOnAlertDocument,
  ConfirmResolutionDocument,
  RecordResponseDocument,
  ReopenAlertDocument,
  ResolveAlertDocument,
  SnoozeAlertDocument,
  type AlertRowFragment,
  type CaseOutcome,
} from '../graphql/operations.generated';
import { problemWords } from '../parts/problem-words';
import { alertAfter, outcomeOf, type CommandAnswer } from './answers';

/** What a command needs to know of an alert: which, and in which version the person saw it. */
export type CommandTarget = Pick<AlertRowFragment, 'id' | 'caseVersion'>;

/** The alerts as they are afterwards, and whether every command was taken. */
export interface CommandOutcome {
  readonly alerts: readonly AlertRowFragment[];
  readonly taken: boolean;
}

/** The platform decides at most this many at once. */
export const MOST_AT_ONCE = 100;

function tell(good: boolean, title: string, message: string): void {
  notifications.show({ color: good ? 'plumb' : 'ochre', title, message, autoClose: good ? 3_000 : 10_000 });
}

/** Sends, says what came of it, and answers the alerts as they are now; undefined where the platform could not be reached. */
async function send<Data, Variables extends object>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  select: (data: Data) => readonly CommandAnswer[],
  done: string,
): Promise<CommandOutcome | undefined> {
  const { data, error } = await client.mutation(document, variables).toPromise();
  if (data === undefined) {
    tell(false, 'Not done', error === undefined ? 'The platform did not answer.' : problemWords(error));
    return undefined;
  }
  const answers = select(data);
  const { good, title, message } = outcomeOf(answers, done);
  tell(good, title, message);
  return { alerts: answers.map(alertAfter).filter((alert) => alert !== undefined), taken: good };
}

/** The target as a command names it, under an id by which a repeat after a lost answer is known. */
function based({ id, caseVersion }: CommandTarget) {
  return { alertId: id, basedOn: caseVersion, commandId: crypto.randomUUID() };
}

/** What a person can ask of a case. Each says itself what came of it. */
export function useCaseCommands() {
  const client = useClient();
  return useMemo(
    () => ({
      acknowledge: (targets: readonly CommandTarget[]) =>
        send(client, AcknowledgeAlertsDocument, { inputs: targets.map(based) }, (data) => data.acknowledgeAlerts, 'Acknowledged'),
      assign: (targets: readonly CommandTarget[], assignee: string) =>
        send(
          client,
          AssignAlertsDocument,
          { inputs: targets.map((target) => ({ ...based(target), assignee })) },
          (data) => data.assignAlerts,
          'Assigned',
        ),
      comment: (target: CommandTarget, comment: string) =>
        send(client, CommentOnAlertDocument, { input: { ...based(target), comment } }, (data) => [data.commentOnAlert], 'Comment added'),
      respond: (target: CommandTarget, response: string) =>
        send(
          client,
          RecordResponseDocument,
          { input: { ...based(target), response } },
          (data) => [data.recordResponse],
          'Response recorded',
        ),
      resolve: (target: CommandTarget, outcome: CaseOutcome, rationale: string) =>
        send(client, ResolveAlertDocument, { input: { ...based(target), outcome, rationale } }, (data) => [data.resolveAlert], 'Resolved'),
      confirm: (target: CommandTarget) =>
        send(client, ConfirmResolutionDocument, { input: based(target) }, (data) => [data.confirmResolution], 'Outcome confirmed'),
      reopen: (target: CommandTarget, rationale: string) =>
        send(client, ReopenAlertDocument, { input: { ...based(target), rationale } }, (data) => [data.reopenAlert], 'Reopened'),
      snooze: (target: CommandTarget, until: string | undefined) =>
        send(
          client,
          SnoozeAlertDocument,
          { input: until === undefined ? based(target) : { ...based(target), until } },
          (data) => [data.snoozeAlert],
          'Asleep until it gets worse',
        ),
    }),
    [client],
  );
}
