import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { AssignDialog } from '../../cases/assign-dialog';
import { ReopenDialog } from '../../cases/reopen-dialog';
import { ResolveDialog } from '../../cases/resolve-dialog';
import { SnoozeDialog } from '../../cases/snooze-dialog';
import { useCaseCommands, type CommandOutcome } from '../../cases/use-case-commands';
import { useShortcuts } from '../../frame/shortcuts';
import { useSession } from '../../session/session';
import type { AlertDetails } from './alert-details';
import classes from './alert.module.css';

type Dialog = 'assign' | 'snooze' | 'resolve' | 'reopen';

interface CaseActionsProps {
  readonly alert: AlertDetails;
  readonly apart: boolean;
  readonly busy: boolean;
  readonly work: (command: () => Promise<CommandOutcome | undefined>) => Promise<boolean>;
}

/** What can be done now. The next sensible step is the one that stands out. */
export function CaseActions({ alert, apart, busy, work }: CaseActionsProps) {
  const commands = useCaseCommands();
  const { viewer } = useSession();
  const [dialog, setDialog] = useState<Dialog>();
  const waiting = alert.state === 'NEW' || alert.state === 'GOT_WORSE';
  const closed = alert.state === 'RESOLVED';
  const withdrawn = alert.state === 'WITHDRAWN';
  const toConfirm = alert.pendingOutcome !== null && alert.pendingBy?.id !== viewer.id;
  const close = () => {
    setDialog(undefined);
  };
  const run = (command: () => Promise<CommandOutcome | undefined>) => {
    close();
    void work(command);
  };
  const acknowledge = () => {
    run(() => commands.acknowledge([alert]));
  };
  useShortcuts({
    e: () => {
      if (waiting && !busy) acknowledge();
    },
    a: () => {
      if (!closed) setDialog('assign');
    },
    s: () => {
      if (!closed) setDialog('snooze');
    },
  });
  return (
    <Group gap="xs" className={classes.actions ?? ''} role="group" aria-label="Actions">
      {waiting ? (
        <Button loading={busy} onClick={acknowledge}>
          Acknowledge
        </Button>
      ) : null}
      {toConfirm ? (
        <Button
          loading={busy}
          onClick={() => {
            run(() => commands.confirm(alert));
          }}
        >
          Confirm the outcome
        </Button>
      ) : null}
      {closed ? (
        <Button
          variant="default"
          loading={busy}
          onClick={() => {
            setDialog('reopen');
          }}
        >
          Reopen
        </Button>
      ) : (
        <Button
          variant="default"
          disabled={busy}
          onClick={() => {
            setDialog('assign');
          }}
        >
          Assign
        </Button>
      )}
      {closed || withdrawn ? null : (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button variant="default" disabled={busy} rightSection={<IconChevronDown size={16} aria-hidden />}>
              More
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() => {
                setDialog('resolve');
              }}
            >
              Resolve with an outcome
            </Menu.Item>
            <Menu.Item
              onClick={() => {
                setDialog('snooze');
              }}
            >
              Snooze until worse
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {dialog === 'assign' ? (
        <AssignDialog
          count={1}
          departments={[alert.department]}
          onClose={close}
          onAssign={(person) => {
            run(() => commands.assign([alert], person));
          }}
        />
      ) : null}
      {dialog === 'snooze' ? (
        <SnoozeDialog
          onClose={close}
          onSnooze={(until) => {
            run(() => commands.snooze(alert, until));
          }}
        />
      ) : null}
      {dialog === 'resolve' ? (
        <ResolveDialog
          apart={apart}
          onClose={close}
          onResolve={(outcome, rationale) => {
            run(() => commands.resolve(alert, outcome, rationale));
          }}
        />
      ) : null}
      {dialog === 'reopen' ? (
        <ReopenDialog
          onClose={close}
          onReopen={(rationale) => {
            run(() => commands.reopen(alert, rationale));
          }}
        />
      ) : null}
    </Group>
  );
}
