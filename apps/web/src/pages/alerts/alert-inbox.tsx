import { Box, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { AssignDialog } from '../../cases/assign-dialog';
import { SnoozeDialog } from '../../cases/snooze-dialog';
import { useCaseCommands, type CommandOutcome } from '../../cases/use-case-commands';
import { useShortcuts } from '../../frame/shortcuts';
import type { AlertRowFragment, AlertSortField } from '../../graphql/operations.generated';
import { problemWords } from '../../parts/problem-words';
import { Empty, Failed, Loading, Stale } from '../../parts/states';
import type { Connection } from '../../parts/use-connection';
import { counted } from '../../parts/words';
import { useMay } from '../../session/session';
import { AlertTable } from './alert-table';
import { BulkBar } from './bulk-bar';

interface AlertInboxProps {
  readonly rows: Connection<AlertRowFragment>;
  readonly apart: boolean;
  /** A past moment is shown, in which nothing can be done. */
  readonly frozen: boolean;
  readonly filtered: boolean;
  readonly sort: { readonly field: AlertSortField; readonly ascending: boolean };
  readonly onSort: (field: AlertSortField) => void;
  readonly onChanged: () => void;
}

/** The list with what can be done to it, by hand and by keyboard. */
export function AlertInbox({ rows, apart, frozen, filtered, sort, onSort, onChanged }: AlertInboxProps) {
  const navigate = useNavigate();
  const commands = useCaseCommands();
  const mayAct = useMay('WORK_CASES') && !frozen;
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState(-1);
  const [dialog, setDialog] = useState<'assign' | 'snooze'>();
  const [busy, setBusy] = useState(false);
  const alerts = rows.nodes ?? [];
  const here = alerts[current];
  const targets = selection.size > 0 ? alerts.filter((alert) => selection.has(alert.id)) : here === undefined ? [] : [here];

  const work = useCallback(
    async (command: () => Promise<CommandOutcome | undefined>) => {
      setBusy(true);
      setDialog(undefined);
      const changed = await command();
      setBusy(false);
      if (changed === undefined) return;
      const byId = new Map(changed.alerts.map((alert) => [alert.id, alert]));
      rows.patch((row) => byId.get(row.id) ?? row);
      setSelection(new Set());
      onChanged();
    },
    [rows, onChanged],
  );
  const acknowledge = () => {
    if (mayAct && targets.length > 0) void work(() => commands.acknowledge(targets));
  };
  useShortcuts({
    j: () => {
      setCurrent((index) => Math.min(index + 1, alerts.length - 1));
    },
    k: () => {
      setCurrent((index) => Math.max(index - 1, 0));
    },
    Enter: () => {
      if (here !== undefined) void navigate({ to: '/alerts/$alertId', params: { alertId: here.id } });
    },
    x: () => {
      if (here === undefined || !mayAct) return;
      const next = new Set(selection);
      if (!next.delete(here.id)) next.add(here.id);
      setSelection(next);
    },
    e: acknowledge,
    a: () => {
      if (mayAct && targets.length > 0) setDialog('assign');
    },
    s: () => {
      if (mayAct && here !== undefined) setDialog('snooze');
    },
  });

  if (rows.nodes === undefined) {
    return rows.error === undefined ? (
      <Box mt="md">
        <Loading rows={8} height={56} label="Loading the alerts" />
      </Box>
    ) : (
      <Box mt="md">
        <Failed what="The alerts could not be loaded." why={problemWords(rows.error)} retry={rows.refresh} />
      </Box>
    );
  }
  return (
    <>
      <Text size="sm" c="dimmed" my="sm" role="status">
        {counted(rows.total, apart ? 'request' : 'alert')}
      </Text>
      {rows.error === undefined ? null : <Stale>This list could not be renewed. {problemWords(rows.error)}</Stale>}
      {alerts.length === 0 ? (
        <Empty title={apart ? 'Nobody is asking for support' : 'Nothing here needs a person'}>
          {filtered
            ? 'No alert fits these filters.'
            : 'No alert is in this view. What cannot be evaluated is on the overview; silence is not calm.'}
        </Empty>
      ) : (
        <AlertTable
          alerts={alerts}
          total={rows.total}
          apart={apart}
          mayAct={mayAct}
          selection={selection}
          onSelection={setSelection}
          current={current}
          onCurrent={setCurrent}
          sort={sort}
          onSort={onSort}
          onNearEnd={rows.loadMore}
        />
      )}
      <BulkBar
        count={selection.size}
        busy={busy}
        onAcknowledge={acknowledge}
        onAssign={() => {
          setDialog('assign');
        }}
        onClear={() => {
          setSelection(new Set());
        }}
      />
      {dialog === 'assign' ? (
        <AssignDialog
          count={targets.length}
          departments={targets.map(({ department }) => department)}
          onClose={() => {
            setDialog(undefined);
          }}
          onAssign={(person) => void work(() => commands.assign(targets, person))}
        />
      ) : null}
      {dialog === 'snooze' && here !== undefined ? (
        <SnoozeDialog
          onClose={() => {
            setDialog(undefined);
          }}
          onSnooze={(until) => void work(() => commands.snooze(here, until))}
        />
      ) : null}
    </>
  );
}
