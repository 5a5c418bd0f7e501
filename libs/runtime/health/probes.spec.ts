import { Test } from '@nestjs/testing';
import type { INestApplication } from '@nestjs/common';
import { Metrics } from '../metrics/metrics';
import { MetricsModule } from '../metrics/metrics.module';
import { HealthModule, type ReadinessCheck } from './health.module';

describe('The probes of a running process', () => {
  let application: INestApplication;
  let address: string;
  let store: ReadinessCheck['check'] = () => Promise.resolve({ ready: true });
  const metrics = new Metrics();

  beforeAll(async () => {
    const checks = [{ name: 'analytics-store', check: () => store() }];
    const module = await Test.createTestingModule({ imports: [HealthModule.forRoot(checks), MetricsModule.forRoot(metrics)] }).compile();
    application = module.createNestApplication();
    application.useLogger(false);
    await application.listen(0, '127.0.0.1');
    address = await application.getUrl();
  });

  afterAll(() => application.close());

  it('say that it lives, whatever its stores do', async () => {
    store = () => Promise.reject(new Error('gone'));
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
  });

  it('say that it is ready', async () => {
    store = () => Promise.resolve({ ready: true });
    const answer = await fetch(`${address}/health/ready`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'ok', details: { 'analytics-store': { status: 'up' } } });
  });

  it('say what is not ready, without the text of an error', async () => {
    store = () => Promise.reject(new Error('cannot open /var/secret/path'));
    const answer = await fetch(`${address}/health/ready`);
    expect(answer.status).toBe(503);
    const text = await answer.text();
    expect(text).toContain('analytics-store');
    expect(text).not.toContain('/var/secret/path');
  });

  it('count as not ready where a check never answers', async () => {
    store = () => new Promise(() => undefined);
    expect((await fetch(`${address}/health/ready`)).status).toBe(503);
  });

  it('show the metrics of the process', async () => {
    metrics.counter({ name: 'spec_runs_total', help: 'Runs of this specification.' }).inc();
    const answer = await fetch(`${address}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain('plumbline_spec_runs_total 1');
  });
});
