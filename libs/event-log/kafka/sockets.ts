import type { ISocketFactory } from 'kafkajs';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectEncrypted, type ConnectionOptions } from 'node:tls';

const KEEP_ALIVE_MILLISECONDS = 60_000;

/**
 * The sockets of one client. kafkajs disconnects only when every answer that it waits for has come; a broker that is frozen, or that waits
 * for a first record, would keep a client from ever being put away.
 */
export class Sockets {
  private readonly open = new Set<Socket>();

  readonly factory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
    // Undefined where the connection is not encrypted, whatever kafkajs's types say.
    const encryption = ssl as ConnectionOptions | undefined;
    const socket = encryption
      ? connectEncrypted({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}), ...encryption }, onConnect)
      : connectPlain({ host, port }, onConnect);
    this.open.add(socket);
    socket.setKeepAlive(true, KEEP_ALIVE_MILLISECONDS).once('close', () => this.open.delete(socket));
    return socket;
  };

  /** Ends every connection now; what waits for an answer on one of them fails. */
  destroy(): void {
    for (const socket of this.open) socket.destroy(new Error('put away'));
  }
}
