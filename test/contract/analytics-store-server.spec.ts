import { ClickHouseContainer, type StartedClickHouseContainer } from '@testcontainers/clickhouse';
import { openAnalyticsStore } from '@plumbline/analytics-store';
import { dockerAnswers } from '../support/docker';
import { analyticsStoreContract } from './analytics-store.contract';

/** Long-term support, and at least the oldest version that the store opens. */
const IMAGE = 'clickhouse/clickhouse-server:25.8';

let server: StartedClickHouseContainer | undefined;

if (dockerAnswers()) {
  analyticsStoreContract('on a ClickHouse server', async () => {
    server = await new ClickHouseContainer(IMAGE).withUsername('plumbline').withPassword('contract').start();
    return openAnalyticsStore({ url: server.getHttpUrl(), username: server.getUsername(), password: server.getPassword(), readSeconds: 2 });
  });
  afterAll(async () => {
    await server?.stop();
  });
} else {
  it('did not run on a ClickHouse server, because no Docker answers; the front over the embedded engine stood in', () => {
    process.stderr.write('NOT RUN: the contract of the analytics store on a real ClickHouse server; no Docker answers here.\n');
    expect(dockerAnswers()).toBe(false);
  });
}
