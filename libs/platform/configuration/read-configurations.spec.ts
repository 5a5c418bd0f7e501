import { ProblemError } from '@plumbline/kernel';
import type { Environment } from '@plumbline/runtime';
import {
  readAlertsConfiguration,
  readApiConfiguration,
  readIngestConfiguration,
  readPlatformConfiguration,
  readProjectorConfiguration,
} from './read-configurations';

const TOKEN = 'a-service-token-of-thirty-two-letters';
const outside = { PLUMBLINE_KAFKA_BROKERS: 'kafka:9092', PLUMBLINE_CLICKHOUSE_URL: 'http://clickhouse:8123' };
const complete = { ...outside, PLUMBLINE_SERVICE_TOKEN: TOKEN, PLUMBLINE_INGEST_URL: 'http://ingest:4748' };
const programs = {
  ingest: readIngestConfiguration,
  projector: readProjectorConfiguration,
  api: readApiConfiguration,
  alerts: readAlertsConfiguration,
};
type Program = keyof typeof programs;

function problemsOf(program: Program, environment: Environment): readonly string[] {
  try {
    programs[program](environment);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(({ place }) => place ?? '');
  }
}

describe('the settings of the distributed programs', () => {
  it.each(Object.keys(programs) as Program[])('of %s can stand in one environment with those of the others', (program) => {
    const shared = { ...complete, PLUMBLINE_SNAPSHOT_DIR: '/snapshots', PLUMBLINE_MAIL_FROM: 'plumbline@example.org', PLUMBLINE_DEMO: '0' };
    expect(problemsOf(program, shared)).toEqual([]);
    expect(problemsOf(program, { ...shared, PLUMBLINE_SNAPSHOTS_DIR: '/x' })).toEqual(['PLUMBLINE_SNAPSHOTS_DIR']);
  });

  it('of the platform in one process too', () => {
    expect(readPlatformConfiguration(complete).port).toBe(4747);
  });

  it.each(Object.keys(programs) as Program[])('of %s name everything that is missing at once', (program) => {
    const needed = ['PLUMBLINE_KAFKA_BROKERS', 'PLUMBLINE_CLICKHOUSE_URL'];
    const own = {
      ingest: ['PLUMBLINE_SERVICE_TOKEN'],
      projector: [],
      api: ['PLUMBLINE_SERVICE_TOKEN', 'PLUMBLINE_INGEST_URL'],
      alerts: [],
    };
    expect(problemsOf(program, {}).toSorted()).toEqual([...needed, ...own[program]].toSorted());
  });

  it('refuse in production what would go over the network in clear, and a sign-in without a password', () => {
    const production = { ...complete, PLUMBLINE_MODE: 'production' };
    expect(problemsOf('projector', production).toSorted()).toEqual([
      'PLUMBLINE_CLICKHOUSE_PASSWORD',
      'PLUMBLINE_CLICKHOUSE_URL',
      'PLUMBLINE_KAFKA_TLS',
    ]);
    const sound = { ...production, PLUMBLINE_CLICKHOUSE_PASSWORD: 'a password' };
    expect(problemsOf('projector', { ...sound, PLUMBLINE_PRIVATE_NETWORK: '1' })).toEqual([]);
    expect(problemsOf('projector', { ...sound, PLUMBLINE_KAFKA_TLS: '1', PLUMBLINE_CLICKHOUSE_URL: 'https://clickhouse:8443' })).toEqual(
      [],
    );
    expect(problemsOf('api', { ...sound, PLUMBLINE_PRIVATE_NETWORK: '1' })).toEqual(
      expect.arrayContaining(['PLUMBLINE_OIDC_ISSUER', 'PLUMBLINE_PUBLIC_URL']),
    );
  });

  it('keep the door of sources shut where others could listen in', () => {
    expect(problemsOf('ingest', { ...complete, PLUMBLINE_HOST: '0.0.0.0' })).toEqual(['PLUMBLINE_HOST']);
    expect(problemsOf('ingest', { ...complete, PLUMBLINE_HOST: '0.0.0.0', PLUMBLINE_BEHIND_TLS: '1' })).toEqual([]);
  });

  it('want both halves of what belongs together', () => {
    expect(problemsOf('alerts', { ...outside, PLUMBLINE_KAFKA_SASL_MECHANISM: 'plain', PLUMBLINE_KAFKA_TLS_KEY: 'key.pem' })).toEqual([
      'PLUMBLINE_KAFKA_SASL_USERNAME',
      'PLUMBLINE_KAFKA_TLS_KEY',
    ]);
  });
});
