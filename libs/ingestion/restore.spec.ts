import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IdentityVault, createPseudonymiser, institutionKeyIn } from '@plumbline/access';
import { openEmbeddedLog } from '@plumbline/event-log';
import { decodeEvent } from '@plumbline/events';
import { FixedClock } from '@plumbline/kernel';
import { createIngestion } from './core/ingestion';

const NOW = Date.parse('2026-03-31T09:00:00Z');
const KEPT = ['log', 'secrets', 'identities', 'ingestion'];

/** Everything that takes records in, on a directory laid out as a platform's. */
async function open(directory: string) {
  const key = institutionKeyIn(join(directory, 'secrets'));
  const vault = new IdentityVault(join(directory, 'identities'), key);
  const log = await openEmbeddedLog({ directory: join(directory, 'log'), partitions: 1 });
  const pseudonyms = createPseudonymiser(key, vault);
  const ingestion = await createIngestion({
    ...{ log, pseudonyms, clock: new FixedClock(NOW), directory: join(directory, 'ingestion') },
    sources: (name) => ({ name, zone: 'Europe/London' }),
  });
  return {
    ...{ vault, log, ingestion, pseudonyms },
    async send(id: string) {
      const event = {
        ...{ specversion: '1.0', id, source: 'ward', type: 'messaging.message-sent', time: '2026-03-30T22:41:00Z' },
        data: { clinician: 'dr-1', patient: 'patient-1', direction: 'outbound', channel: 'portal', urgency: 'routine', redirect: false },
      };
      return ingestion.accept('ward', 'event', Buffer.from(JSON.stringify(event)));
    },
    async clinicians() {
      const { records } = await log.read(0, 0);
      return records.map(({ bytes }) => (decodeEvent(bytes).data as { readonly clinician: string }).clinician);
    },
    async close() {
      await ingestion.close();
      await vault.close();
      await log.close();
    },
  };
}

describe('a backup of log, keys, identities and the state of ingestion', () => {
  const directories: string[] = [];
  const another = (): string => {
    const directory = mkdtempSync(join(tmpdir(), 'plumbline-backup-'));
    directories.push(directory);
    return directory;
  };
  const copied = (from: string, names: readonly string[]): string => {
    const to = another();
    for (const name of names) cpSync(join(from, name), join(to, name), { recursive: true });
    return to;
  };
  let original: string;
  let clinician: string;

  beforeAll(async () => {
    original = another();
    const platform = await open(original);
    expect(await platform.send('one')).toMatchObject({ accepted: 1 });
    clinician = (await platform.clinicians())[0] ?? '';
    await platform.close();
  });
  afterAll(() => {
    for (const directory of directories) rmSync(directory, { recursive: true, force: true });
  });

  it('restored elsewhere keeps pseudonyms, recognises repeats and reveals', async () => {
    const restored = await open(copied(original, KEPT));
    expect(restored.pseudonyms.pseudonymOf('clinician', 'dr-1')).toBe(clinician);
    expect(await restored.send('one')).toMatchObject({ accepted: 0, repeated: 1 });
    expect(await restored.send('two')).toMatchObject({ accepted: 1 });
    expect(await restored.clinicians()).toEqual([clinician, clinician]);
    expect(restored.vault.reveal(clinician)).toMatchObject({ state: 'known', identity: { identifier: 'dr-1' } });
    await restored.close();
  });

  it('recognises repeats without the state of ingestion too, out of the log', async () => {
    const restored = await open(copied(original, ['log', 'secrets', 'identities']));
    expect(await restored.send('one')).toMatchObject({ accepted: 0, repeated: 1 });
    await restored.close();
  });

  it('is refused in a sentence without the key, before anything is taken in under another', async () => {
    await expect(open(copied(original, ['log', 'identities', 'ingestion']))).rejects.toMatchObject({
      code: 'identities.other-key',
      message: expect.stringContaining('sealed under another institution key') as string,
    });
  });

  it('restored without the identities keeps pseudonyms, and nobody can be revealed', async () => {
    const restored = await open(copied(original, ['log', 'secrets', 'ingestion']));
    expect(restored.pseudonyms.pseudonymOf('clinician', 'dr-1')).toBe(clinician);
    expect(restored.vault.reveal(clinician)).toEqual({ state: 'unknown' });
    await restored.close();
  });
});
