import type { AnalyticsStore } from '@plumbline/analytics-store';
import type { EventLog } from '@plumbline/event-log';
import { ProblemError } from '@plumbline/kernel';
import { openProjector, type Projector } from '@plumbline/projecting';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { folding } from '../folding';
import type { Platform } from '../platform';
import { openMembership, type MembershipParts } from './open-membership';

interface Parts extends Pick<MembershipParts, 'configuration' | 'connection'> {
  readonly log: EventLog;
  readonly store: AnalyticsStore;
}

/** Longer than a process that was killed is missed by its group. */
const ALONE_WITHIN_MILLISECONDS = 30_000;

/** Joins the group of the projectors, sees that nobody else is in it, and works with a projector that has all partitions. */
export function onlyProjector({ configuration, connection, log, store }: Parts): Platform['withProjector'] {
  return async (work) => {
    const directory = await mkdtemp(join(tmpdir(), 'plumbline-only-projector-'));
    let fault: unknown;
    const onFault = (error: unknown): void => {
      fault = error;
    };
    const projector = await openProjector({
      ...folding(),
      ...{ log, store, directory },
      membership: openMembership({ configuration, connection, partitions: log.partitions, group: 'projector', onFault }),
      listeners: { onFailure: onFault },
    });
    try {
      await untilAlone(projector, log.partitions, () => fault);
      return await work(projector);
    } finally {
      await projector.close();
      await rm(directory, { recursive: true, force: true });
    }
  };
}

async function untilAlone(projector: Projector, partitions: number, fault: () => unknown): Promise<void> {
  const deadline = performance.now() + ALONE_WITHIN_MILLISECONDS;
  while (projector.positions().size < partitions) {
    if (fault() !== undefined) throw fault();
    if (performance.now() > deadline) throw new ProblemError(projectorsRun);
    await setTimeout(100);
  }
}

const projectorsRun = {
  code: 'operation.projectors-run',
  reason: 'Projectors run, and each has only a part of the tables.',
  remedy: 'Stop all of them and run the command again; start them afterwards.',
} as const;
