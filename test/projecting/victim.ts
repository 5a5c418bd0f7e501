import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { AnalyticsStore } from '@plumbline/analytics-store';
import type { Step } from '@plumbline/projecting';
import { dying, type Death } from '../support/dying';
import { wardRecords } from './hospital';
import { changed, openGround, openWard, wardThreads } from './platform';

/** `never`: somebody else kills it, or it comes to an orderly end. */
type VictimStep = Step | 'between-checkpoint-and-rows' | 'never';

/** What a victim is told: where its data lies, which event comes next, and at which step it dies and when. */
export interface VictimOrders extends Death<VictimStep> {
  readonly directory: string;
  readonly from: number;
  readonly to: number;
  readonly recheck: boolean;
  /** How many threads fold. */
  readonly threads: number;
  /** A product as it must not be. */
  readonly broken: 'not' | 'checkpoint-before-rows';
}

const BATCH = 40;

/** Appends events while the projector folds them, and tells of every acknowledged one on its standard output, which outlives it. */
async function main(orders: VictimOrders): Promise<void> {
  const reached = dying(orders);
  const ground = await openGround(orders.directory);
  const store = broken(ground.store, orders.broken, reached);
  const { recheck, threads } = orders;
  const projector = await openWard({ ...ground, store }, { recheck, foldThreads: wardThreads(threads), listeners: { onStep: reached } });
  for (let from = orders.from; from < orders.to; from += BATCH) {
    await ground.log.append(wardRecords(from, from + BATCH));
    writeSync(1, `${String(from + BATCH)}\n`);
    await setTimeout(5);
  }
  await projector.close();
  await ground.close();
}

function broken(store: AnalyticsStore, how: VictimOrders['broken'], reached: (step: VictimStep) => void): AnalyticsStore {
  if (how === 'not') return store;
  const held: (() => Promise<void>)[] = [];
  return changed(store, {
    async insert(name, rows, options) {
      const insert = (): Promise<void> => store.insert(name, rows, options);
      if (name === 'partition_epochs') return insert();
      if (name !== 'checkpoints') return void held.push(insert);
      await insert();
      reached('between-checkpoint-and-rows');
      for (const late of held.splice(0)) await late();
    },
  });
}

void main(JSON.parse(process.argv[2] ?? '{}') as VictimOrders);
