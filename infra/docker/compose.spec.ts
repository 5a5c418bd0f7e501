import { readAlertsConfiguration, readApiConfiguration, readIngestConfiguration, readProjectorConfiguration } from '@plumbline/platform';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '../..');

interface Service {
  readonly command?: readonly string[];
  /** YAML makes numbers of what a container gets as text. */
  readonly environment: Readonly<Record<string, string | number | null>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
  readonly volumes?: readonly string[];
  readonly ports?: readonly unknown[];
}

const compose = (environment: string | undefined) =>
  spawnSync('docker-compose', ['config'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...(environment === undefined ? {} : { PLUMBLINE_ENVIRONMENT: environment }) },
  });

const servicesWith = (environment: string): Readonly<Record<string, Service>> => {
  const { status, stdout, stderr } = compose(environment);
  if (status !== 0) throw new Error(stderr);
  return (parse(stdout) as { services: Record<string, Service> }).services;
};

const readers = {
  ingest: readIngestConfiguration,
  projector: readProjectorConfiguration,
  api: readApiConfiguration,
  alerts: readAlertsConfiguration,
};

const ours = (service: Service | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(service?.environment ?? {}).flatMap(([name, value]) =>
      name.startsWith('PLUMBLINE_') ? [[name, String(value ?? '')]] : [],
    ),
  );

/** docker-compose validates without a daemon; its absence is a failure and not a skip. */
describe('docker-compose.yml', () => {
  it('starts nothing without a file of secrets, and says what to name', () => {
    const { status, stderr } = compose(undefined);
    expect(status).not.toBe(0);
    expect(stderr).toContain('infra/docker/demonstration.env');
  });

  it('holds no secret itself', () => {
    expect(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8')).not.toMatch(/(?:PASSWORD|TOKEN|SECRET)\w*:/);
  });

  describe('with the secrets of the demonstration', () => {
    const services = servicesWith('infra/docker/demonstration.env');

    it.each(Object.entries(readers))('gives %s an environment that it starts with', (name, read) => {
      const service = services[name];
      expect(read(ours(service)).mode).toBe('demonstration');
      expect(service?.command).toEqual(['node', `dist/apps/${name}/main.js`]);
      expect(existsSync(join(ROOT, 'apps', name, 'main.ts'))).toBe(true);
      expect(service?.healthcheck).toBeDefined();
      expect(service?.depends_on).toMatchObject({
        topics: { condition: 'service_completed_successfully' },
        clickhouse: { condition: 'service_healthy' },
      });
    });

    it('gives ClickHouse the password that the programs show', () => {
      expect(services['clickhouse']?.environment['CLICKHOUSE_PASSWORD']).toBe(ours(services['api'])['PLUMBLINE_CLICKHOUSE_PASSWORD']);
    });

    it('lets there be several projectors: no port of the machine is theirs', () => {
      expect(services['projector']?.ports).toBeUndefined();
    });

    it('keeps everything that cannot be made again in named volumes', () => {
      for (const name of ['kafka', 'clickhouse', 'ingest']) {
        expect(services[name]?.volumes?.every((volume) => /^\w+:/.test(volume))).toBe(true);
      }
    });
  });

  it.each(Object.entries(readers))('lets %s refuse a production whose secrets were left empty', (name, read) => {
    const environment = ours(servicesWith('infra/docker/production.env.example')[name]);
    expect(() => read(environment)).toThrow(/configuration\./);
  });
});
