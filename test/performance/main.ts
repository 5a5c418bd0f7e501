import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '@plumbline/platform';
import { benchmarkDashboard } from './dashboard.bench';
import { benchmarkDetectors } from './detectors.bench';
import { renderFigures, type Section } from './figures';
import { benchmarkLive } from './distributed-live.bench';
import { benchmarkTwoProjectors } from './distributed-projectors.bench';
import { benchmarkIngest } from './ingest.bench';
import { benchmarkIntake } from './intake.bench';
import { jsonOfProcess } from './json-of-process';
import { benchmarkKafkaAppend } from './kafka-append.bench';
import { benchmarkKafkaIntake } from './kafka-intake.bench';
import { benchmarkKafkaProjecting } from './kafka-projecting.bench';
import { benchmarkLogAppend } from './log-append.bench';
import { benchmarkMemory } from './memory.bench';
import { benchmarkProjecting } from './projecting.bench';
import { benchmarkStart } from './start.bench';

type Size = 'short' | 'normal' | 'full';

const of = <Value>(size: Size, sizes: Readonly<Record<Size, Value>>): Value => sizes[size];
const MILLION = 1_000_000;

const sections: Readonly<Record<string, (size: Size) => Promise<Section>>> = {
  log: (size) => benchmarkLogAppend(size === 'short' ? 500 : 2_000),
  intake: (size) => benchmarkIntake(of(size, { short: 100_000, normal: 250_000, full: MILLION })),
  projecting: (size) => benchmarkProjecting(of(size, { short: 100_000, normal: 250_000, full: MILLION })),
  ingest: (size) => benchmarkIngest(of(size, { short: 150_000, normal: 250_000, full: MILLION })),
  detectors: (size) => Promise.resolve(benchmarkDetectors(of(size, { short: 200_000, normal: MILLION, full: 10 * MILLION }))),
  dashboard: (size) => benchmarkDashboard(size === 'short' ? 100 : 300, 1_000),
  start: () => benchmarkStart(),
  memory: (size) =>
    benchmarkMemory(
      of(size, { short: 200_000, normal: MILLION, full: 10 * MILLION }),
      of(size, { short: 200_000, normal: MILLION, full: MILLION }),
    ),
};

/** What runs on brokers and servers beside this process: with `--distributed`, and never together with the others. */
const distributedSections: typeof sections = {
  'kafka-append': (size) => benchmarkKafkaAppend(of(size, { short: 2_500, normal: 10_000, full: 30_000 })),
  'kafka-intake': (size) => benchmarkKafkaIntake(of(size, { short: 50_000, normal: 200_000, full: MILLION })),
  'two-projectors': (size) => benchmarkTwoProjectors(of(size, { short: 40_000, normal: 150_000, full: MILLION }), size === 'short' ? 1 : 3),
  'kafka-projecting': (size) => benchmarkKafkaProjecting(of(size, { short: 60_000, normal: 150_000, full: MILLION })),
  live: (size) => benchmarkLive(size === 'short' ? 100 : 300, size === 'short' ? 20 : 60),
};

/** What Node is started with for a section besides what everybody is: memory is looked at after collections in all threads. */
const nodeOptions: Readonly<Record<string, readonly string[]>> = {
  memory: ['--expose-gc', '--require', join(__dirname, 'memory', 'heaps.js')],
};

const ONE = '--only=';

/** Runs a section in a process of its own, so that none inherits the memory or the warm caches of another. */
function inProcessOfItsOwn(name: string, size: Size, options: readonly string[]): Promise<Section> {
  const node = [...process.execArgv, ...(nodeOptions[name] ?? [])];
  return jsonOfProcess(`the section ${name}`, [...node, __filename, `${ONE}${name}`, `--${size}`, ...options]);
}

/** The load is part of it: on a machine that others use too, rates mean nothing without it. */
function machine(): string {
  const [first] = cpus();
  const [load = 0] = loadavg();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 1_073_741_824)} GB, Node ${process.versions.node}, load average ${load.toFixed(1)} before the first section`;
}

async function run(args: readonly string[]): Promise<void> {
  const size: Size = args.includes('--short') ? 'short' : args.includes('--full') ? 'full' : 'normal';
  const distributed = args.includes('--distributed');
  const available = distributed ? distributedSections : sections;
  const only = args.find((argument) => argument.startsWith(ONE))?.slice(ONE.length);
  if (only !== undefined) {
    process.stdout.write(JSON.stringify(await available[only]?.(size)));
    return;
  }
  const chosen = args.filter((argument) => !argument.startsWith('--'));
  const unknown = chosen.filter((name) => !(name in available));
  if (unknown.length > 0) throw new Error(`no section ${unknown.join(', ')}; there are ${Object.keys(available).join(', ')}`);
  const measured: Section[] = [];
  const onMachine = machine();
  for (const name of chosen.length > 0 ? chosen : Object.keys(available)) {
    process.stderr.write(`  ${name} …\n`);
    measured.push(await inProcessOfItsOwn(name, size, distributed ? ['--distributed'] : []));
  }
  const text = renderFigures(measured, `${onMachine}${size === 'normal' ? '' : `; sizes: ${size}`}`);
  process.stdout.write(text);
  // Only a whole run replaces the figures of the whole.
  const page = distributed ? 'benchmarks-distributed.md' : 'benchmarks.md';
  if (chosen.length === 0) writeFileSync(join(projectRoot, 'docs', page), text);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
