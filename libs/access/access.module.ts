import { Module, type DynamicModule } from '@nestjs/common';
import type { EventLog } from '@plumbline/event-log';
import { ProblemError, type Clock } from '@plumbline/kernel';
import type { Logger } from '@plumbline/runtime';
import type { AccessConfiguration } from './access.settings';
import { SeenPeople } from './people/seen-people';
import { ACCESS_LOGGER, ProviderSignInController } from './provider/provider-sign-in.controller';
import { ProviderSignIn } from './provider/provider-sign-in';
import { AccessLog } from './reads/access-log';
import { demonstrationPeople, type DemonstrationPerson } from './sign-in/demonstration';
import { SessionCookies } from './sign-in/session-cookies';
import { SignInController } from './sign-in/sign-in.controller';
import { SignIn } from './sign-in/sign-in';
import { Authenticator } from './tokens/authenticator';
import { discoverProvider } from './tokens/identity-provider';
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

/** Everything that decides who somebody is. `people` are those of the demonstration; elsewhere they are known from their visits. */
export interface Access {
  readonly authenticator: Authenticator;
  readonly accessLog: AccessLog;
  readonly revocations: Revocations;
  readonly signIn: SignIn | undefined;
  readonly people: readonly DemonstrationPerson[];
  readonly cookies: SessionCookies;
  /** Sign-in at the identity provider, where it knows the dashboard as a client. */
  readonly provider: ProviderSignIn | undefined;
  readonly logger: Logger;
}

/**
 * Opens access as the configuration says.
 * @throws ProblemError where the identity provider cannot be reached or the demonstration lacks its secret.
 */
export async function openAccess(dependencies: AccessDependencies): Promise<Access> {
  const { configuration, log, clock, logger, zone, demonstration } = dependencies;
  const revocations = new Revocations(clock);
  const accessLog = new AccessLog(log, clock, zone);
  const common = { accessLog, revocations, logger };
  if (configuration.mode === 'production') {
    const cookies = new SessionCookies(true);
    const { verifier, provider } = await productionSignIn(configuration, revocations, clock, logger);
    const authenticator = new Authenticator(verifier, cookies.session, new SeenPeople(accessLog, clock, zone, logger));
    return { ...common, authenticator, signIn: undefined, people: [], cookies, provider };
  }
  if (demonstration === undefined) throw lacking('access.no-demonstration-secret', 'Give the data directory its random secret.');
  const issuer = await LocalIssuer.start(clock);
  const people = demonstrationPeople(demonstration.secret, demonstration.directorsDepartments);
  const signIn = new SignIn(people, issuer, accessLog, logger, clock);
  const verifier = new TokenVerifier(localTokenRules, issuer.keys, revocations, clock);
  const cookies = new SessionCookies(false);
  return { ...common, authenticator: new Authenticator(verifier, cookies.session), signIn, people, cookies, provider: undefined };
}

async function productionSignIn(
  configuration: AccessConfiguration,
  revocations: Revocations,
  clock: Clock,
  logger: Logger,
): Promise<{ readonly verifier: TokenVerifier; readonly provider: ProviderSignIn | undefined }> {
  const { oidcIssuer, oidcAudience: audience, oidcClientId: clientId, publicUrl } = configuration;
  if (oidcIssuer === undefined) throw lacking('access.no-issuer', 'Set PLUMBLINE_OIDC_ISSUER.');
  const discovered = await discoverProvider(oidcIssuer);
  const rules = {
    issuer: discovered.issuer,
    audience,
    algorithms: ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'] as const,
    maximumAgeMinutes: 60,
    rolesClaim: configuration.rolesClaim,
    departmentsClaim: configuration.departmentsClaim,
  };
  const verifier = new TokenVerifier(rules, discovered.keys, revocations, clock);
  if (clientId === undefined || publicUrl === undefined) return { verifier, provider: undefined };
  const client = { clientId, clientSecret: configuration.oidcClientSecret, scopes: configuration.oidcScopes, audience, publicUrl };
  return { verifier, provider: new ProviderSignIn(discovered, client, verifier, logger) };
}

function lacking(code: `access.${string}`, remedy: string): ProblemError {
  return new ProblemError({ code, reason: 'Sign-in cannot be opened without it.', remedy });
}

/** Serves `/auth/ways`, `/auth/sign-in` and `/auth/sign-out`, and the way through an identity provider where there is one. */
@Module({})
export class AccessModule {
  static forRoot(access: Access): DynamicModule {
    return {
      module: AccessModule,
      controllers: access.provider === undefined ? [SignInController] : [SignInController, ProviderSignInController],
      providers: [
        { provide: SignIn, useValue: access.signIn },
        { provide: Authenticator, useValue: access.authenticator },
        { provide: Revocations, useValue: access.revocations },
        { provide: SessionCookies, useValue: access.cookies },
        { provide: ProviderSignIn, useValue: access.provider },
        { provide: ACCESS_LOGGER, useValue: access.logger },
      ],
    };
  }
}
