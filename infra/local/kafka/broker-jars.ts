import { ProblemError } from '@plumbline/kernel';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { requireLocalKafka } from './requirements';

const POM = join(__dirname, 'pom.xml');

/** The folder of the project, whether this runs from the sources or from dist. */
function projectFolder(): string {
  let directory = __dirname;
  while (!existsSync(join(directory, 'package-lock.json'))) directory = dirname(directory);
  return directory;
}

function copyDependencies(target: string): Promise<void> {
  const maven = spawn('mvn', ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${target}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  maven.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  maven.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    maven.once('error', reject);
    maven.once('close', (code) => {
      if (code === 0) resolve();
      else reject(notFetched(Buffer.concat(said).toString('utf8').trim()));
    });
  });
}

const notFetched = (said: string): ProblemError =>
  new ProblemError(
    {
      code: 'local-kafka.not-fetched',
      reason: 'Maven could not fetch the jars of Kafka.',
      remedy: 'Check that Maven reaches its repository (its own words are the cause of this error) and run the command again.',
    },
    { cause: new Error(said) },
  );

/**
 * The class path of Kafka. Its jars come from Maven's repository once and stay in `.cache/kafka` below the project.
 * Several processes may ask at the same time: each fetches into a folder of its own, and the first one's becomes the cache.
 * @throws ProblemError `local-kafka.tool-missing`, `local-kafka.not-fetched`
 */
export async function brokerClassPath(): Promise<string> {
  requireLocalKafka();
  const cache = join(projectFolder(), '.cache', 'kafka');
  const version = createHash('sha256')
    .update(await readFile(POM))
    .digest('hex')
    .slice(0, 12);
  const jars = join(cache, version);
  if (!existsSync(jars)) {
    await mkdir(cache, { recursive: true });
    const fetched = await mkdtemp(join(cache, 'fetching-'));
    try {
      await copyDependencies(fetched);
      await rename(fetched, jars).catch((error: unknown) => {
        if (!existsSync(jars)) throw error;
      });
    } finally {
      await rm(fetched, { recursive: true, force: true });
    }
  }
  return join(jars, '*');
}
