import { ProblemError, sha256Hex } from '@plumbline/kernel';

/** A random token has at least this length; a shorter one could be guessed. */
const MIN_LENGTH = 24;

/** Which source a token stands for. Only hashes of tokens are held, so a memory dump and a look at the configuration give none away. */
export class SourceTokens {
  private readonly sourceOfHash = new Map<string, string>();

  /** `hashes`: the SHA-256 of each token in hexadecimal digits → the source's name. */
  constructor(hashes: Readonly<Record<string, string>>) {
    for (const [hash, source] of Object.entries(hashes)) this.sourceOfHash.set(hash.toLowerCase(), source);
  }

  /** How a token is written into the configuration. @throws RangeError for one that is too short */
  static hashOf(token: string): string {
    if (token.length < MIN_LENGTH) throw new RangeError(`a token has at least ${String(MIN_LENGTH)} characters`);
    return sha256Hex(token);
  }

  /** @throws ProblemError `source.not-authenticated` */
  sourceOf(authorization: string | undefined): string {
    const token = /^Bearer ([A-Za-z0-9._~+/=-]{1,512})$/i.exec(authorization ?? '')?.[1];
    const source = token === undefined ? undefined : this.sourceOfHash.get(sha256Hex(token));
    if (source === undefined) {
      throw new ProblemError({
        code: 'source.not-authenticated',
        reason: 'The request carries no token of a source.',
        remedy: 'Send the token that the administrator gave to this system, as Authorization: Bearer.',
      });
    }
    return source;
  }
}
