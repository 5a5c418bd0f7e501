import type { Problem } from '@plumbline/kernel';
import {
  addressSetting,
  choiceSetting,
  flagSetting,
  listSetting,
  optionalTextSetting,
  secretSetting,
  textSetting,
  type ConfigurationOf,
} from '@plumbline/runtime';

/** The settings of sign-in; a composition spreads them into its own. */
export const accessSettings = {
  mode: choiceSetting('PLUMBLINE_MODE', ['demonstration', 'production'], {
    describes: 'demonstration signs in locally, production at an identity provider',
    fallback: 'demonstration',
  }),
  oidcIssuer: addressSetting('PLUMBLINE_OIDC_ISSUER', 'the OpenID Connect issuer whose access tokens count'),
  oidcAudience: textSetting('PLUMBLINE_OIDC_AUDIENCE', { describes: 'the audience that tokens must be for', fallback: '' }),
  oidcClientId: optionalTextSetting(
    'PLUMBLINE_OIDC_CLIENT_ID',
    'the client under which the provider knows the dashboard; without it browsers need a proxy that signs them in',
  ),
  oidcClientSecret: secretSetting('PLUMBLINE_OIDC_CLIENT_SECRET', {
    describes: 'the secret of that client; without it the client is a public one and relies on PKCE alone',
    minimumLength: 16,
  }),
  oidcScopes: listSetting('PLUMBLINE_OIDC_SCOPES', {
    describes:
      'the scopes that are asked for at sign-in; with offline_access, where the provider grants it, a session in use goes on past an access token',
    fallback: ['openid', 'profile'],
  }),
  rolesClaim: textSetting('PLUMBLINE_OIDC_ROLES_CLAIM', { describes: 'the claim with the roles', fallback: 'roles' }),
  departmentsClaim: textSetting('PLUMBLINE_OIDC_DEPARTMENTS_CLAIM', {
    describes: 'the claim with the departments',
    fallback: 'departments',
  }),
  publicUrl: addressSetting(
    'PLUMBLINE_PUBLIC_URL',
    'the address under which people open the dashboard; links in notifications begin with it, and in production it is https',
  ),
  listenHost: textSetting('PLUMBLINE_HOST', { describes: 'the address that is listened on', fallback: '127.0.0.1' }),
  behindTls: flagSetting('PLUMBLINE_BEHIND_TLS', { describes: 'a proxy in front ends TLS', fallback: false }),
};

export type AccessConfiguration = ConfigurationOf<typeof accessSettings>;

const problem = (place: string, code: `access.${string}`, reason: string, remedy: string): Problem => ({ code, place, reason, remedy });

/** What must not be started: a production without an issuer or TLS, a demonstration that others can reach. */
export function accessRules(configuration: AccessConfiguration): readonly Problem[] {
  return configuration.mode === 'production' ? productionProblems(configuration) : demonstrationProblems(configuration);
}

function productionProblems(configuration: AccessConfiguration): readonly Problem[] {
  const { oidcIssuer, oidcAudience, oidcScopes, publicUrl, behindTls } = configuration;
  return [
    ...(oidcScopes.includes('openid')
      ? []
      : [
          problem(
            'PLUMBLINE_OIDC_SCOPES',
            'access.no-openid-scope',
            'Without the scope openid the provider signs nobody in.',
            'Add openid to PLUMBLINE_OIDC_SCOPES.',
          ),
        ]),
    ...(oidcIssuer?.protocol === 'https:'
      ? []
      : [
          problem(
            'PLUMBLINE_OIDC_ISSUER',
            'access.no-issuer',
            'Production needs an identity provider over https.',
            'Set PLUMBLINE_OIDC_ISSUER to its https issuer.',
          ),
        ]),
    ...(oidcAudience === ''
      ? [
          problem(
            'PLUMBLINE_OIDC_AUDIENCE',
            'access.no-audience',
            'Without an audience, tokens for other programs would count here.',
            'Set PLUMBLINE_OIDC_AUDIENCE to the audience registered for Plumbline.',
          ),
        ]
      : []),
    ...(behindTls && publicUrl?.protocol === 'https:'
      ? []
      : [
          problem(
            'PLUMBLINE_PUBLIC_URL',
            'access.no-tls',
            'Production is reached over TLS alone.',
            'Put a proxy that ends TLS in front, then set PLUMBLINE_PUBLIC_URL to its https address and PLUMBLINE_BEHIND_TLS=1.',
          ),
        ]),
  ];
}

function demonstrationProblems({ listenHost }: AccessConfiguration): readonly Problem[] {
  if (/^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/.test(listenHost)) return [];
  return [
    problem(
      'PLUMBLINE_HOST',
      'access.loopback-only',
      'The demonstration signs in locally and listens on this machine only.',
      'Leave PLUMBLINE_HOST out, or set PLUMBLINE_MODE=production with an identity provider.',
    ),
  ];
}
