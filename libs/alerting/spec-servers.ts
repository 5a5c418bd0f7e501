import { createServer as createHttpServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { Certificate } from '../../test/support/certificate';

export interface Mail {
  readonly to: readonly string[];
  readonly raw: string;
}

interface Running {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/** A real SMTP server on this machine with STARTTLS. `answer` may refuse a message with an SMTP code. */
export async function aMailServer(
  certificate: Certificate,
  answer: () => number = () => 250,
): Promise<Running & { readonly mails: Mail[] }> {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    ...{ key: certificate.key, cert: certificate.cert, authOptional: true, disabledCommands: ['AUTH'], logger: false },
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')));
      stream.on('end', () => {
        const code = answer();
        if (code === 250) mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done(code === 250 ? null : Object.assign(new Error('not now'), { responseCode: code }));
      });
    },
  });
  // A client that does not trust the certificate hangs up; that is what one of the specifications is about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(resolve);
    });
  return { port, mails, close };
}

export interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a receiver does with a call: answers with a status, hangs, or breaks the connection after it has read it. */
export type Answer = number | 'break' | 'hang';

/** A real HTTP(S) receiver on this machine. */
export async function aReceiver(
  certificate: Certificate | undefined,
  answer: () => Answer = () => 204,
  host = '127.0.0.1',
): Promise<Running & { readonly calls: Call[]; readonly connections: () => number }> {
  const calls: Call[] = [];
  let connections = 0;
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      calls.push({ headers: request.headers, body });
      const given = answer();
      if (given === 'break') request.socket.destroy();
      else if (given !== 'hang') response.writeHead(given, { location: 'https://127.0.0.1/elsewhere' }).end('thank you');
    });
  };
  const server: Server = certificate === undefined ? createHttpServer(listener) : createHttpsServer({ ...certificate }, listener);
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  return { port: (server.address() as AddressInfo).port, calls, connections: () => connections, close };
}
