import { Module, type DynamicModule } from '@nestjs/common';
import type { EventLog } from '@plumbline/event-log';
import { ProblemError, type Clock } from '@plumbline/kernel';
import type { Logger } from '@plumbline/runtime';
import type { AccessConfiguration } from './access.settings';
import { AccessLog } from './reads/access-log';
import { demonstrationPeople, type DemonstrationPerson } from './sign-in/demonstration';
import { SESSION_COOKIE, SignInController, type SessionCookie } from './sign-in/sign-in.controller';
import { SignIn } from './sign-in/sign-in';
import { Authenticator } from './tokens/authenticator';
import { discoverKeys } from './tokens/identity-provider';
import { LocalIssuer, localTokenRules } from './tokens/local-issuer';
import { Revocations } from './tokens/revocations';
import { TokenVerifier } from './tokens/token-verifier';

export interface AccessDependencies {
  readonly configuration: AccessConfiguration;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The institution's zone. */
  readonly zone: string;
  /** For the demonstration only: 32 random bytes of the data directory, and what the medical director may see. */
  readonly demonstration?: { readonly secret: Uint8Array; readonly directorsDepartments: readonly string[] };
}

/** Everything that decides who somebody is. `people` is empty outside the demonstration. */
export interface Access {
  readonly authenticator: Authenticator;
  readonly accessLog: AccessLog;
  readonly revocations: Revocations;
  readonly signIn: SignIn | undefined;
  readonly people: readonly DemonstrationPerson[];
  readonly cookie: SessionCookie;
}

/**
 * Opens access as the configuration says.
 * @throws ProblemError where the identity provider cannot be reached or the demonstration lacks its secret.
 */
export async function openAccess(dependencies: AccessDependencies): Promise<Access> {
  const { configuration, log, clock, logger, zone, demonstration } = dependencies;
  const revocations = new Revocations(clock);
  const accessLog = new AccessLog(log, clock, zone);
  if (configuration.mode === 'production') {
    const { oidcIssuer } = configuration;
    if (oidcIssuer === undefined) throw lacking('access.no-issuer', 'Set PLUMBLINE_OIDC_ISSUER.');
    const rules = {
      issuer: oidcIssuer.href.replace(/\/$/, ''),
      audience: configuration.oidcAudience,
      algorithms: ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'] as const,
      maximumAgeMinutes: 60,
      rolesClaim: configuration.rolesClaim,
      departmentsClaim: configuration.departmentsClaim,
    };
    const verifier = new TokenVerifier(rules, await discoverKeys(oidcIssuer), revocations, clock);
    const cookie = { secure: true };
    return {
      authenticator: new Authenticator(verifier, '__Host-plumbline'),
      accessLog,
      revocations,
      signIn: undefined,
      people: [],
      cookie,
    };
  }
  if (demonstration === undefined) throw lacking('access.no-demonstration-secret', 'Give the data directory its random secret.');
  const issuer = await LocalIssuer.start(clock);
  const people = demonstrationPeople(demonstration.secret, demonstration.directorsDepartments);
  const signIn = new SignIn(people, issuer, accessLog, logger, clock);
  const verifier = new TokenVerifier(localTokenRules, issuer.keys, revocations, clock);
  return { authenticator: new Authenticator(verifier, 'plumbline'), accessLog, revocations, signIn, people, cookie: { secure: false } };
}

function lacking(code: `access.${string}`, remedy: string): ProblemError {
  return new ProblemError({ code, reason: 'Sign-in cannot be opened without it.', remedy });
}

/** Serves `/auth/demonstration`, `/auth/sign-in` and `/auth/sign-out`. */
@Module({})
export class AccessModule {
  static forRoot(access: Access): DynamicModule {
    return {
      module: AccessModule,
      controllers: [SignInController],
      providers: [
        { provide: SignIn, useValue: access.signIn },
        { provide: Authenticator, useValue: access.authenticator },
        { provide: Revocations, useValue: access.revocations },
        { provide: SESSION_COOKIE, useValue: access.cookie },
      ],
    };
  }
}
