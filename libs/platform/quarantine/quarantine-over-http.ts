import type { QuarantineEntry, QuarantinePort, QuarantinePreview, QuarantineSearch } from '@plumbline/dashboards';
import { ProblemError, type Problem } from '@plumbline/kernel';

/** A replay takes a record through the whole front door. */
const PATIENCE_MILLISECONDS = 30_000;

/** The quarantine that `ingest` keeps, asked over HTTP with the token that services know each other by. */
export class QuarantineOverHttp implements QuarantinePort {
  constructor(
    private readonly ingest: URL,
    private readonly token: string,
  ) {}

  list({ state, code, source, after, limit }: QuarantineSearch = {}): Promise<readonly QuarantineEntry[]> {
    const words = { state, code, source, after, limit: limit === undefined ? undefined : String(limit) };
    const query = new URLSearchParams(
      Object.entries(words).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]])),
    );
    return this.ask('GET', `?${query.toString()}`);
  }

  counts(): Promise<readonly { readonly source: string; readonly code: string; readonly open: number }[]> {
    return this.ask('GET', '/counts');
  }

  async show(id: string): Promise<QuarantineEntry & { readonly original: Uint8Array }> {
    const { originalBase64, ...entry } = await this.ask<QuarantineEntry & { readonly originalBase64: string }>(
      'GET',
      `/${encodeURIComponent(id)}`,
    );
    return { ...entry, original: Buffer.from(originalBase64, 'base64') };
  }

  mend(id: string, bytes: Uint8Array): Promise<unknown> {
    return this.ask('PUT', `/${encodeURIComponent(id)}/mended`, bytes);
  }

  preview(id: string, bytes: Uint8Array | undefined): Promise<QuarantinePreview> {
    return this.ask('POST', `/${encodeURIComponent(id)}/preview`, bytes);
  }

  replay(id: string): ReturnType<QuarantinePort['replay']> {
    return this.ask('POST', `/${encodeURIComponent(id)}/replay`);
  }

  private async ask<Answer>(method: string, path: string, body?: Uint8Array): Promise<Answer> {
    let response: Response;
    try {
      response = await fetch(new URL(`/ingest/quarantine${path}`, this.ingest), {
        method,
        headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/octet-stream' },
        signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
        ...(body === undefined ? {} : { body: Buffer.from(body) }),
      });
    } catch (error) {
      throw new ProblemError(unreachable, { cause: error });
    }
    if (response.ok) return (await response.json()) as Answer;
    if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true || response.status === 401)
      throw new ProblemError(unreachable);
    const { problems } = (await response.json()) as { readonly problems: readonly Problem[] };
    throw new ProblemError(problems);
  }
}

const unreachable: Problem = {
  code: 'quarantine.unreachable',
  reason: 'The process that keeps the quarantine does not answer as it should.',
  remedy: 'See that ingest runs, that PLUMBLINE_INGEST_URL names it, and that PLUMBLINE_SERVICE_TOKEN is the same in both.',
};
