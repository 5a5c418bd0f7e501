import { ProblemError, type Clock } from '@plumbline/kernel';
import type { Logger } from '@plumbline/runtime';
import type { AccessLog } from '../reads/access-log';
import type { LocalIssuer } from '../tokens/local-issuer';
import { Attempts } from './attempts';
import { samePassphrase, type DemonstrationPerson } from './demonstration';

/** Too many wrong attempts; `retryAfterSeconds` is how long the door stays closed. */
export class SignInBlocked extends ProblemError {
  constructor(readonly retryAfterSeconds: number) {
    super({
      code: 'access.too-many-attempts',
      reason: 'There were too many wrong attempts.',
      remedy: 'Wait a quarter of an hour and try again.',
    });
  }
}

/** A signed-in person's token and what the browser may know of it. */
export interface SignedIn {
  readonly token: string;
  readonly expiresAt: number;
}

/** The local sign-in of the demonstration. */
export class SignIn {
  private readonly attempts: Attempts;

  constructor(
    readonly people: readonly DemonstrationPerson[],
    private readonly issuer: LocalIssuer,
    private readonly accessLog: Pick<AccessLog, 'recordBlockedSignIn'>,
    private readonly logger: Logger,
    clock: Clock,
  ) {
    this.attempts = new Attempts(clock);
  }

  /**
   * @param address where the request comes from; wrong attempts count per person and per address
   * @throws SignInBlocked, or ProblemError `access.wrong-passphrase` (the same for a person who does not exist)
   */
  async signIn(personId: string, passphrase: string, address: string): Promise<SignedIn> {
    const keys = [`person ${personId}`, `address ${address}`];
    const blocked = this.attempts.blockedFor(keys);
    if (blocked > 0) throw new SignInBlocked(blocked);
    const person = this.people.find((candidate) => candidate.id === personId);
    // A missing person is compared too, so that the time of the answer does not tell who exists.
    const right = samePassphrase(passphrase, person?.passphrase ?? 'nobody');
    if (person === undefined || !right) {
      const closes = this.attempts.fail(keys);
      this.logger.warn({ person: person?.id ?? 'unknown' }, 'wrong passphrase at sign-in');
      if (closes) await this.accessLog.recordBlockedSignIn(person?.id ?? 'unknown', 5);
      throw new ProblemError({
        code: 'access.wrong-passphrase',
        reason: 'This person and passphrase do not belong together.',
        remedy: 'Use one of the sign-ins that were printed when the platform started.',
      });
    }
    this.attempts.succeed(keys);
    return this.issuer.issue(person);
  }
}
