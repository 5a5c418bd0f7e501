import { readFileSync } from 'node:fs';
import { openEmbeddedLog } from '@plumbline/event-log';
import { decodeEvent } from '@plumbline/events';
import { FixedClock } from '@plumbline/kernel';
import { Deliverer } from './deliverer';
import { DeliveryFold } from './delivery-fold';
import { anAlert, aPolicy, NOON, publicUrl } from './spec-kit';
import { WebhookTransport } from './transports/webhook';

/** A process that delivers what is due once and ends; the specification kills it while it does. Arguments: directory, port, certificate. */
async function main([directory = '', port = '', authority = '']: readonly string[]): Promise<void> {
  const clock = new FixedClock(NOON);
  const log = await openEmbeddedLog({ directory, partitions: 2 });
  const delivered = new DeliveryFold();
  for (let partition = 0; partition < log.partitions; partition += 1) {
    const { records } = await log.read(partition, 0);
    for (const record of records) delivered.apply(decodeEvent(record.bytes));
  }
  const policy = aPolicy([`https://localhost:${port}/hook`]);
  const webhook = new WebhookTransport({
    ...{ publicUrl, clock, allowedHosts: [], allowLoopback: true, secrets: { pager: 'a secret of the receiver' } },
    authority: readFileSync(authority, 'utf8'),
  });
  const deliverer = new Deliverer({ clock, log, delivered, policy: () => policy, report: () => undefined, transports: { webhook } });
  deliverer.observe([anAlert()]);
  await deliverer.runDue();
  await deliverer.stop();
  await log.close();
}

void main(process.argv.slice(2));
