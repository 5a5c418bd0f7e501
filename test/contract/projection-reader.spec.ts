import { join } from 'node:path';
import { openEmbeddedLog, type EventLog } from '@plumbline/event-log';
import { announcer, followProjection } from '@plumbline/projecting';
import { openGround, openWard, removeDirectory, temporaryDirectory } from '../projecting/platform';
import { projectionReaderContract, type Read } from './projection-reader.contract';

projectionReaderContract('the projector itself', async (): Promise<Read> => {
  const ground = await openGround(temporaryDirectory('projection-reader'));
  const reader = await openWard(ground);
  const close = once(async () => {
    await reader.close();
    await ground.close();
    removeDirectory(ground.directory);
  });
  return { ground, reader, close };
});

projectionReaderContract('somebody who follows the checkpoints', async (): Promise<Read> => {
  const ground = await openGround(temporaryDirectory('projection-reader'));
  const reader = await followProjection(ground);
  const projector = await openWard(ground);
  const close = once(async () => {
    await reader.close();
    await projector.close();
    await ground.close();
    removeDirectory(ground.directory);
  });
  return { ground, reader, close };
});

/** Somebody who hears what the projector announces on a log of its own, some of it lost on its way where `lost` says so. */
async function openHearer(lost: (number: number) => boolean): Promise<Read> {
  const ground = await openGround(temporaryDirectory('projection-reader'));
  const announcements = await openEmbeddedLog({ directory: join(ground.directory, 'announcements'), partitions: 1 });
  const reader = await followProjection({ ...ground, announcements });
  let number = 0;
  const append: EventLog['append'] = (records) => (lost((number += 1)) ? Promise.resolve([]) : announcements.append(records));
  const projector = await openWard(ground, { listeners: { onStates: announcer({ append }, fail) } });
  const close = once(async () => {
    await reader.close();
    await projector.close();
    await announcements.close();
    await ground.close();
    removeDirectory(ground.directory);
  });
  return { ground, reader, close };
}

const fail = (error: unknown): never => {
  throw error;
};

projectionReaderContract('somebody who hears announcements', () => openHearer(() => false));

projectionReaderContract('somebody who hears every other announcement', () => openHearer((number) => number % 2 === 0));

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
