import { followProjection } from '@plumbline/projecting';
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

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
