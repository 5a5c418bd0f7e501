import { sql, table } from '@plumbline/analytics-store';
import type { News, ProjectionReader } from '@plumbline/projecting';
import { wardRecord, wardRecords } from '../projecting/hospital';
import { rowsOf, settle, type Ground } from '../projecting/platform';

/** A reader of tables that a projector fills from a log. */
export interface Read {
  readonly ground: Ground;
  readonly reader: ProjectionReader;
  /** Ends the reader, then what is below it. */
  close(): Promise<void>;
}

const order = ({ partition, position, sequence = 0 }: { partition: number; position: number; sequence?: number }): number =>
  partition * 1e12 + position * 1e3 + sequence;

/** What every reader of a projection keeps, whether it folds itself or follows somebody who does. */
export function projectionReaderContract(name: string, open: () => Promise<Read>): void {
  describe(`the projection as it is read by ${name}`, () => {
    let read: Read;
    beforeEach(async () => {
      read = await open();
    });
    afterEach(async () => {
      await read.close();
    });

    it('answers whoever waits for a position when its rows can be read, also when it was passed long ago', async () => {
      for (let index = 0; index < 20; index += 1) {
        const [position] = await read.ground.log.append([wardRecord(index)]);
        await read.reader.waitForPosition(position!);
        expect(await rowsOf(read.ground.store, 'events')).toBe(index + 1);
        await read.reader.waitForPosition(position!);
      }
    });

    it('gives up with the signal, and tells whoever still waits when it is closed', async () => {
      await expect(read.reader.waitForPosition({ partition: 0, position: 99 }, AbortSignal.timeout(20))).rejects.toThrow();
      await expect(read.reader.waitForPosition({ partition: 0, position: 99 }, AbortSignal.abort())).rejects.toThrow();
      const refused = expect(read.reader.waitForPosition({ partition: 0, position: 99 })).rejects.toThrow();
      await read.close();
      await refused;
    });

    it('tells of each alert state once, in the order of the log, when they can be read', async () => {
      const told: News[] = [];
      const unreadable: Promise<readonly object[]>[] = [];
      read.reader.subscribe((news) => {
        told.push(news);
        for (const { alertId, sequence } of news.alertStates)
          unreadable.push(
            read.ground.store.query(
              sql`SELECT count() AS rows FROM ${table('alert_states')} WHERE alert_id = ${alertId} AND sequence = ${sequence} HAVING rows != 1`,
            ),
          );
      });
      for (let from = 0; from < 1_000; from += 50) await read.ground.log.append(wardRecords(from, from + 50));
      await settle(read.ground, read.reader);
      const expected = await rowsOf(read.ground.store, 'alert_states');
      const states = () => told.flatMap(({ alertStates }) => alertStates);
      for (const deadline = Date.now() + 5_000; states().length < expected && Date.now() < deadline;) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(expected).toBeGreaterThan(10);
      expect(states()).toHaveLength(expected);
      expect((await Promise.all(unreadable)).flat()).toEqual([]);
      for (const partition of read.reader.positions().keys()) {
        const positions = states()
          .filter((state) => state.partition === partition)
          .map(order);
        expect(positions).toEqual([...positions].sort((left, right) => left - right));
      }
    });

    it('says how far it is, and how much is missing', async () => {
      await read.ground.log.append(wardRecords(0, 300));
      await settle(read.ground, read.reader);
      expect(await read.reader.behind()).toBe(0);
      expect([...read.reader.positions().values()].filter((position) => position > 0)).toEqual(
        (await read.ground.log.ends()).filter((end) => end > 0),
      );
      expect(read.reader.rebuilding()).toEqual([]);
    });

    it('tells nobody who has left', async () => {
      let told = 0;
      const leave = read.reader.subscribe(() => (told += 1));
      leave();
      await read.ground.log.append(wardRecords(0, 500));
      await settle(read.ground, read.reader);
      expect(told).toBe(0);
    });
  });
}
