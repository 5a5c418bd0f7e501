import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyLog } from '@plumbline/event-log';
import { wardRecords } from './hospital';
import { digestsOf, openGround, openWard, removeDirectory, settle, temporaryDirectory, type Ground } from './platform';

describe('a backup of the log', () => {
  const directories: string[] = [];
  const another = (): string => {
    const directory = temporaryDirectory('restore');
    directories.push(directory);
    return directory;
  };
  const filled = async (ground: Ground): Promise<Readonly<Record<string, string>>> => {
    const projector = await openWard(ground);
    await settle(ground, projector);
    await projector.close();
    return digestsOf(ground.store);
  };
  afterAll(() => {
    directories.forEach(removeDirectory);
  });

  it('that was copied while the platform stood still is verified elsewhere and fills the same tables anew', async () => {
    const original = await openGround(another());
    await original.log.append(wardRecords(0, 600));
    const before = await filled(original);
    await original.close();

    const elsewhere = another();
    cpSync(join(original.directory, 'log'), join(elsewhere, 'log'), { recursive: true });
    const restored = await openGround(elsewhere);
    const verified = await verifyLog(restored.log, () => undefined);
    expect(verified.length).toBeGreaterThan(0);
    expect(await filled(restored)).toEqual(before);
    await restored.close();
  });

  it('that rotted is not restored as if it were whole', async () => {
    const original = await openGround(another());
    await original.log.append(wardRecords(0, 600));
    await original.close();
    const elsewhere = another();
    cpSync(join(original.directory, 'log'), join(elsewhere, 'log'), { recursive: true });
    for (const name of readdirSync(join(elsewhere, 'log'))) {
      const file = join(elsewhere, 'log', name);
      const bytes = readFileSync(file);
      if (bytes.length < 8_192) continue;
      for (let page = 2; (page + 1) * 4_096 <= bytes.length; page += 1) bytes.fill(0x5a, page * 4_096 + 2_000, page * 4_096 + 2_100);
      writeFileSync(file, bytes);
    }
    await expect(
      (async () => {
        const restored = await openGround(elsewhere);
        try {
          await verifyLog(restored.log, () => undefined);
        } finally {
          await restored.close();
        }
      })(),
    ).rejects.toBeInstanceOf(Error);
  });
});
