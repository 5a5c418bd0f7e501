import { Skeleton, Stack } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useCaseCommands, type CommandOutcome } from '../../cases/use-case-commands';
import { useAsOf } from '../../frame/as-of';
import { AlertDetailDocument } from '../../graphql/operations.generated';
import { problemWords } from '../../parts/problem-words';
import { Empty, Failed, Stale } from '../../parts/states';
import { useMay } from '../../session/session';
import type { AlertDetails } from './alert-details';
import { AlertHead } from './alert-head';
import classes from './alert.module.css';
import { Around, Record } from './around';
import { CaseActions } from './case-actions';
import { CasePanel } from './case-panel';
import { EvidenceTimeline } from './evidence-timeline';
import { Recommendation } from './recommendation';
import { Why } from './why';

export function AlertPage() {
  const { alertId } = useParams({ from: '/alerts/$alertId' });
  const { asOf } = useAsOf();
  const [{ data, error }, again] = useQuery({ query: AlertDetailDocument, variables: { id: alertId, asOf } });
  const refresh = () => {
    again({ requestPolicy: 'network-only' });
  };
  if (data === undefined) {
    return error === undefined ? (
      <AlertShape />
    ) : (
      <Failed what="The alert could not be loaded." why={problemWords(error)} retry={refresh} />
    );
  }
  if (data.alert.__typename === 'NotFound') {
    return (
      <Empty
        page
        title={asOf === undefined ? 'There is no such alert in your departments' : 'This alert was not known then'}
        action={<Link to="/alerts">Go to the inbox</Link>}
      >
        {asOf === undefined
          ? 'The number may be mistyped, or the alert belongs to a department that you do not see.'
          : 'Nothing that had been recorded by that moment made the pattern hold.'}
      </Empty>
    );
  }
  return (
    <>
      {error === undefined ? null : <Stale>This page could not be renewed. {problemWords(error)}</Stale>}
      <AlertBody key={data.alert.id} alert={data.alert} frozen={asOf !== undefined} refresh={refresh} />
    </>
  );
}

function AlertShape() {
  return (
    <Stack gap="md" role="status" aria-label="Loading the alert">
      <Skeleton height={120} />
      <div className={classes.columns}>
        <Skeleton height={240} />
        <Skeleton height={240} />
      </div>
      <Skeleton height={320} />
    </Stack>
  );
}

function AlertBody({ alert, frozen, refresh }: { readonly alert: AlertDetails; readonly frozen: boolean; readonly refresh: () => void }) {
  const commands = useCaseCommands();
  const mayAct = useMay('WORK_CASES') && !frozen;
  const apart = alert.route !== 'REVIEW';
  const [busy, setBusy] = useState(false);
  /** Runs a command and shows the case as it is afterwards, whoever was first. Answers whether it was taken. */
  const work = async (command: () => Promise<CommandOutcome | undefined>): Promise<boolean> => {
    setBusy(true);
    const outcome = await command();
    setBusy(false);
    if (outcome !== undefined) refresh();
    return outcome?.taken ?? false;
  };
  return (
    <article data-apart={apart} className={classes.page}>
      <AlertHead
        alert={alert}
        apart={apart}
        actions={mayAct ? <CaseActions alert={alert} apart={apart} busy={busy} work={work} /> : null}
      />
      <Stack gap="md">
        <div className={classes.columns}>
          <Why alert={alert} apart={apart} />
          <Recommendation alert={alert} apart={apart} />
        </div>
        <EvidenceTimeline alert={alert} />
        <div className={classes.columns}>
          <Stack gap="md">
            <CasePanel
              alert={alert}
              mayAct={mayAct}
              busy={busy}
              onWrite={(kind, text) => work(() => (kind === 'comment' ? commands.comment(alert, text) : commands.respond(alert, text)))}
            />
            <Record alert={alert} apart={apart} />
          </Stack>
          <Around alert={alert} apart={apart} />
        </div>
      </Stack>
    </article>
  );
}
