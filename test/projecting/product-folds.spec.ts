import type { LogRecord } from '@plumbline/event-log';
import { encodeEvent, eventKey, policyActivated } from '@plumbline/events';
import { patterns } from '@plumbline/patterns';
import { folding } from '@plumbline/platform';
import { activationOf, defaultPolicyText, readPolicy } from '@plumbline/policy';
import type { ProjectorOptions } from '@plumbline/projecting';
import { wardRecords } from './hospital';
import { digestsOf, openGround, openWard, removeDirectory, rowsOf, settle, temporaryDirectory } from './platform';

/** The shipped policy, in force from the beginning. */
function shippedPolicy(): LogRecord {
  const read = readPolicy(defaultPolicyText, { patterns });
  if (!read.ok) throw new Error('the shipped policy cannot be read');
  const event = activationOf(read.value, { source: 'plumbline/policy', activatedBy: 'specification', at: Date.UTC(2026, 0, 1) });
  return { partitionKey: event.partitionkey, key: eventKey(event), bytes: encodeEvent(event) };
}

/** The ward, with its patients written to on a personal channel and without the policies that are only made up. */
const records = wardRecords(0, 1_500).flatMap(({ bytes, ...rest }): LogRecord[] => {
  const text = Buffer.from(bytes).toString();
  return text.includes(policyActivated.type) ? [] : [{ ...rest, bytes: Buffer.from(text.replace('"portal"', '"personal-text"')) }];
});

describe("the product's own patterns, policy and cases", () => {
  it('make the same rows in one pass as in small rounds with a restart from snapshots between', async () => {
    const directory = temporaryDirectory('product');
    const ground = await openGround(directory);
    const troubles: string[] = [];
    const open = (events: number): ReturnType<typeof openWard> => {
      const listeners: ProjectorOptions['listeners'] = { onTrouble: ({ code }) => troubles.push(code) };
      return openWard(ground, { ...folding(2), limits: { events, bytes: 8 << 20 }, listeners });
    };
    await ground.log.append([shippedPolicy(), ...records.slice(0, 1_000)]);
    const first = await open(190);
    await settle(ground, first);
    await first.close();
    const before = await rowsOf(ground.store, 'alert_states');

    const second = await open(1_000);
    await ground.log.append(records.slice(1_000));
    await settle(ground, second);
    expect(troubles).toEqual([]);
    expect(before).toBeGreaterThan(0);
    expect(await rowsOf(ground.store, 'alert_states')).toBeGreaterThan(before);
    const digests = await digestsOf(ground.store);
    await second.rebuild();
    expect(await digestsOf(ground.store)).toEqual(digests);

    await second.close();
    await ground.close();
    removeDirectory(directory);
  });
});
