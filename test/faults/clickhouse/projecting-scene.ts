import { migrate, openAnalyticsStore, type AnalyticsStore } from '@plumbline/analytics-store';
import { openEmbeddedLog, type EventLog } from '@plumbline/event-log';
import { openProjector, type Projector } from '@plumbline/projecting';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startClickHouseFront, type ClickHouseFront } from '../../../infra/local/clickhouse';
import { wardFolds, wardRecords } from '../../projecting/hospital';
import { PartitionGroup } from '../../projecting/partition-group';
import { digestsOf, settle } from '../../projecting/platform';
import { until } from '../log/child';
import { differences, type Differences } from '../log-and-table';
import { startFaultyProxy, type FaultyProxy, type Fate } from './faulty-proxy';

const PASSWORD = 'faults';
const BATCH = 40;
const PAUSE_MILLISECONDS = 15;
const MOST_BEHIND = 800;
/** A round is small, so that a fault meets each of its steps. */
const LIMITS = { events: 200, bytes: 8 << 20 };
/** A halted server is given up on after six seconds (this and five for the way), and the statement is sent again. */
const READ_SECONDS = 1;
const PATIENCE_MILLISECONDS = 60_000;

/**
 * A projector on a log and on a ClickHouse in a process of its own, which it reaches through a proxy. The ledger, what was appended,
 * lies outside of what fails.
 */
export class ProjectingScene {
  readonly troubles: string[] = [];
  /** How many records were acknowledged. */
  appended = 0;
  private appending = Promise.resolve();
  private ending = false;
  private projector: Projector | undefined;

  private constructor(
    private readonly directory: string,
    readonly log: EventLog,
    private front: ClickHouseFront,
    private readonly proxy: FaultyProxy,
    /** Through the proxy, as the projector sees it. */
    private readonly disturbed: AnalyticsStore,
    /** On the straight way, for the checkers. */
    readonly store: AnalyticsStore,
  ) {}

  static async open(fate: Fate = () => 'passes'): Promise<ProjectingScene> {
    const directory = mkdtempSync(join(tmpdir(), 'plumbline-projecting-faults-'));
    const front = await startClickHouseFront({ directory: join(directory, 'front'), password: PASSWORD });
    const log = await openEmbeddedLog({ directory: join(directory, 'log') });
    const proxy = await startFaultyProxy(front.port, fate);
    const opened = (url: string): Promise<AnalyticsStore> =>
      openAnalyticsStore({ url, username: 'default', password: PASSWORD, readSeconds: READ_SECONDS });
    const store = await opened(front.url);
    await migrate(store);
    return new ProjectingScene(directory, log, front, proxy, await opened(proxy.url), store);
  }

  /** Records come in from now on; the projector shares the partitions, as one of several processes does. */
  async begin(change: (store: AnalyticsStore) => AnalyticsStore = (store) => store): Promise<void> {
    this.projector = await openProjector({
      ...{ log: this.log, store: change(this.disturbed), directory: join(this.directory, 'projecting') },
      ...{
        createFolds: wardFolds,
        foldVersion: 'ward-1',
        limits: LIMITS,
        membership: new PartitionGroup(this.log.partitions).membership(),
      },
      listeners: { onTrouble: ({ code }) => this.troubles.push(code), onFailure: (error) => this.troubles.push(String(error)) },
    });
    this.appending = this.append(this.projector);
  }

  /** Resolves when rows are being written, so that a fault meets them. */
  async isWriting(): Promise<void> {
    const passed = (): number => [...(this.projector?.positions().values() ?? [])].reduce((sum, position) => sum + position, 0);
    const before = passed();
    await until(() => passed() > before, 'rows that are written', PATIENCE_MILLISECONDS);
  }

  get disturbances(): number {
    return this.proxy.disturbed();
  }

  async kill(): Promise<void> {
    const { port } = this.front;
    await this.front.kill();
    this.front = await startClickHouseFront({ directory: join(this.directory, 'front'), password: PASSWORD, port });
  }

  async halt(milliseconds: number): Promise<void> {
    this.front.pause();
    await setTimeout(milliseconds);
    this.front.resume();
  }

  /** Ends what comes in, lets the projector catch up and says what went wrong. */
  async settle(): Promise<Differences & { readonly asCleanPass: boolean }> {
    await this.end();
    if (this.projector === undefined) throw new Error('nothing was begun');
    await settle(this, patient(this.projector));
    await this.projector.close();
    const acknowledged = Array.from({ length: this.appended }, (_, index) => `event-${String(index)}`);
    return { ...(await differences(acknowledged, this)), asCleanPass: await this.isAsCleanPass() };
  }

  /** Safe at any moment, whatever has failed before. */
  async close(): Promise<void> {
    this.front.resume();
    await this.end();
    await this.projector?.close();
    await Promise.all([this.disturbed.close(), this.store.close(), this.log.close()]);
    await this.proxy.close();
    await this.front.kill();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private async append(projector: Projector): Promise<void> {
    while (!this.ending) {
      await setTimeout(PAUSE_MILLISECONDS);
      // What piles up proves nothing more and has to be written at the end.
      if ((await projector.behind()) > MOST_BEHIND) continue;
      await this.log.append(wardRecords(this.appended, this.appended + BATCH));
      this.appended += BATCH;
    }
  }

  private async end(): Promise<void> {
    this.ending = true;
    await this.appending;
  }

  /** Whether one projector that met no fault puts the same into the tables. */
  private async isAsCleanPass(): Promise<boolean> {
    const clean = this.store.inDatabase('clean_pass');
    await migrate(clean);
    const alone = await openProjector({
      ...{ log: this.log, store: clean, directory: join(this.directory, 'alone'), createFolds: wardFolds, foldVersion: 'ward-1' },
    });
    try {
      await settle(this, patient(alone));
    } finally {
      await alone.close();
    }
    return JSON.stringify(await digestsOf(this.store)) === JSON.stringify(await digestsOf(clean));
  }
}

/** Waits no longer than a specification may. */
const patient = (projector: Projector): Pick<Projector, 'waitForPosition'> => ({
  waitForPosition: (position) => projector.waitForPosition(position, AbortSignal.timeout(PATIENCE_MILLISECONDS)),
});
