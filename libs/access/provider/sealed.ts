import { EncryptJWT, jwtDecrypt } from 'jose';
import { hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals what a browser keeps for the platform and must not read: AES-256-GCM, with an end. The key comes from the client's secret, so that
 * every process of an institution opens what another one sealed; without one it is made at the start, and a restart ends what is under way.
 */
export class Seal {
  private readonly key: Uint8Array;

  constructor(clientSecret: string | undefined) {
    this.key = clientSecret === undefined ? randomBytes(32) : new Uint8Array(hkdfSync('sha256', clientSecret, '', 'plumbline cookies', 32));
  }

  /** @param purpose what is sealed for one purpose cannot be opened for another; `seconds` until it counts for nothing. */
  close(purpose: string, content: Readonly<Record<string, string>>, seconds: number): Promise<string> {
    return new EncryptJWT({ ...content })
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setAudience(purpose)
      .setIssuedAt()
      .setExpirationTime(`${seconds} seconds`)
      .encrypt(this.key);
  }

  /** Undefined where it was not sealed here for this purpose, or is past its end. */
  async open(purpose: string, sealed: string | undefined): Promise<Readonly<Record<string, unknown>> | undefined> {
    if (sealed === undefined) return undefined;
    try {
      const { payload } = await jwtDecrypt(sealed, this.key, {
        audience: purpose,
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return payload;
    } catch {
      // Whatever is wrong with a cookie, it comes to the same: there is none.
      return undefined;
    }
  }
}
