import { isoDate, localTime } from '@plumbline/kernel';
import { closeImportedDays, importFiles, planImport, untilRead, type Platform } from '@plumbline/platform';
import { simulateHospital } from '@plumbline/testing';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';

/** Large enough for peers in every specialty at every site, and for two windows of ninety days with a baseline before them. */
const PLAN = { seed: 7, clinicians: 96, days: 210 } as const;

interface Stage {
  readonly update: (done: number) => void;
  readonly end: () => void;
}

/** A bar on a terminal, one line elsewhere. */
function stage(label: string, total: number): Stage {
  if (!process.stderr.isTTY) {
    process.stderr.write(`  ${label} …\n`);
    return { update: () => undefined, end: () => undefined };
  }
  const bar = new SingleBar({ format: `  ${label.padEnd(38)} {bar} {percentage}%`, hideCursor: true }, Presets.shades_classic);
  bar.start(total, 0);
  return {
    update: (done) => {
      bar.update(done);
    },
    end: () => {
      bar.update(bar.getTotal());
      bar.stop();
    },
  };
}

interface Progress {
  /** The last day of the simulated hospital; it stays the same when an interrupted filling goes on. */
  readonly until: string;
  readonly complete: boolean;
}

const markOf = (platform: Platform): string => join(platform.directory.path, 'demonstration.json');

async function progressOf(platform: Platform): Promise<Progress | undefined> {
  try {
    return JSON.parse(await readFile(markOf(platform), 'utf8')) as Progress;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Fills an empty platform with the simulated hospital, or goes on where that was interrupted; leaves any other as it is. */
export async function demonstrate(platform: Platform): Promise<void> {
  const begun = await progressOf(platform);
  // The policy that was activated at the start is all that an empty log holds.
  const isEmpty = (await platform.log.ends()).every((end) => end <= 1);
  if (begun?.complete === true || (begun === undefined && !isEmpty)) return;
  const { clock, policy } = platform;
  const until = begun?.until ?? isoDate(localTime(clock.now(), policy.institution.zone).day - 1);
  const mark = (complete: boolean): Promise<void> => writeFile(markOf(platform), JSON.stringify({ until, complete }));
  await mark(false);
  await fillWithSimulatedHospital(platform, until);
  await mark(true);
}

/** The hospital does not exist; it comes in through the same door as everything else, so that doing it again repeats and doubles nothing. */
async function fillWithSimulatedHospital(platform: Platform, until: string): Promise<void> {
  const { ingestion, mappings, projection } = platform;
  const out = await mkdtemp(join(tmpdir(), 'plumbline-hospital-'));
  try {
    const simulating = stage('Simulating a hospital', PLAN.clinicians);
    const hospital = simulateHospital({ ...PLAN, until, slips: true }, out, simulating.update);
    simulating.end();
    const files = await planImport([hospital.directory], { source: 'hospital', sourceFolders: true, mappings: [...mappings.keys()] });
    const importing = stage(
      `Taking in ${hospital.records.toLocaleString('en-GB')} records`,
      files.reduce((sum, { bytes }) => sum + bytes, 0),
    );
    await importFiles(ingestion, files, ({ bytesDone }) => {
      importing.update(bytesDone);
    });
    importing.end();
    const waiting = await projection.behind();
    const folding = stage('Looking for patterns', waiting);
    const watch = setInterval(() => {
      void projection.behind().then((behind) => {
        folding.update(waiting - behind);
      });
    }, 200);
    await closeImportedDays(platform, 0).finally(() => {
      clearInterval(watch);
    });
    folding.end();
    const comparing = stage('Comparing with peers', 1);
    await untilRead(platform.log, projection);
    comparing.end();
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}
