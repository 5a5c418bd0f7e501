import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import { insertInto, type Insertion } from '../insertion';
import type { Sql } from '../sql';
import type { Writer } from './backend';
import type { ConditionalInserts } from './conditional-insert';

/** Writes over one connection to a server. */
export class ServerWriter implements Writer {
  constructor(
    readonly client: ClickHouseClient,
    private readonly conditional: ConditionalInserts,
  ) {}

  async insert(insertion: Insertion, provided?: Sql): Promise<void> {
    const { query, params } =
      provided === undefined
        ? { query: insertInto(insertion), params: {} }
        : await this.conditional.statement(this.client, insertion, provided);
    const { stream } = await this.client.exec({
      query: `${query} FORMAT ${insertion.format}`,
      query_params: params,
      values: Readable.from([insertion.bytes]),
    });
    await exhaust(stream);
  }
}

/** An answer has to be read to its end before its connection is free again. */
async function exhaust(stream: Readable): Promise<void> {
  stream.resume();
  if (!stream.readableEnded) await new Promise<void>((resolve, reject) => stream.once('end', resolve).once('error', reject));
}
