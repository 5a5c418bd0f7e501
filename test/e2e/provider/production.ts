import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createServer } from 'node:tls';
import { freePorts } from '../../../infra/local/kafka';
import { aCertificate, type Certificate } from '../../support/certificate';
import { ended } from '../running-dashboard';

const root = resolve(__dirname, '..', '..', '..');
export const AUDIENCE = 'https://plumbline.example/api';

export interface Production {
  /** Through the proxy that ends TLS, such as `https://127.0.0.1:41237`. */
  readonly address: string;
  /** Without it, as the proxy reaches the platform. */
  readonly behind: string;
  readonly issuer: string;
  readonly stop: () => Promise<void>;
}

/** An empty platform in production behind a proxy that ends TLS, and a real identity provider beside it. Access tokens end after `tokenSeconds`. */
export async function startProduction(tokenSeconds: number): Promise<Production> {
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-production-'));
  const stops: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const each of stops.reverse()) await each();
  };
  try {
    const { key, cert } = await certificateIn(directory);
    const [issuerPort = 0, port = 0] = await freePorts(2);
    const proxy = createServer(cert, (socket) => {
      const behind = connect(port, '127.0.0.1');
      socket.pipe(behind).pipe(socket);
      // A browser leaves when it likes; the other half of the pair then has nobody to speak to.
      socket.on('error', () => behind.destroy());
      behind.on('error', () => socket.destroy());
    }).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    stops.push(() => Promise.resolve(proxy.close()));
    const address = `https://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const client = { id: 'plumbline', secret: 'a secret of the specification' };
    const settings = {
      port: issuerPort,
      certificate: key.cert,
      key: key.key,
      audience: AUDIENCE,
      client,
      dashboard: address,
      tokenSeconds,
    };
    const issuer = child([join(__dirname, 'issuer.mjs'), JSON.stringify(settings)], {});
    stops.push(() => ended(issuer.process));
    await issuer.until('listening');
    const platform = child([join(root, 'dist', 'apps', 'standalone', 'main.js')], {
      PLUMBLINE_MODE: 'production',
      PLUMBLINE_DEMO: '0',
      PLUMBLINE_DATA_DIR: join(directory, 'data'),
      PLUMBLINE_PORT: String(port),
      PLUMBLINE_OIDC_ISSUER: `https://localhost:${issuerPort}`,
      PLUMBLINE_OIDC_AUDIENCE: AUDIENCE,
      PLUMBLINE_OIDC_CLIENT_ID: client.id,
      PLUMBLINE_OIDC_CLIENT_SECRET: client.secret,
      PLUMBLINE_PUBLIC_URL: address,
      PLUMBLINE_BEHIND_TLS: '1',
      NODE_EXTRA_CA_CERTS: key.cert,
      UV_THREADPOOL_SIZE: '16',
    });
    stops.push(() => ended(platform.process));
    await platform.until('Plumbline is at');
    return { address, behind: `http://127.0.0.1:${port}`, issuer: `https://localhost:${issuerPort}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Child {
  readonly process: ChildProcess;
  /** Resolves when it has printed the words; rejects with what it printed where it ends before. */
  readonly until: (words: string) => Promise<void>;
}

function child(args: readonly string[], environment: Readonly<Record<string, string>>): Child {
  const started = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const until = (words: string): Promise<void> =>
    new Promise((found, reject) => {
      const read = (chunk: Buffer): void => {
        printed += chunk.toString('utf8');
        if (printed.includes(words)) found();
      };
      started.stdout.on('data', read);
      started.stderr.on('data', read);
      started.once('exit', (code) => {
        reject(new Error(`${args.join(' ').slice(0, 200)} ended with ${String(code)}. It printed:\n${printed.slice(-4_000)}`));
      });
    });
  return { process: started, until };
}

async function certificateIn(directory: string): Promise<{ readonly key: Certificate; readonly cert: Certificate }> {
  const made = await aCertificate();
  const files = { key: join(directory, 'key.pem'), cert: join(directory, 'certificate.pem') };
  await writeFile(files.key, made.key);
  await writeFile(files.cert, made.cert);
  return { key: files, cert: made };
}
