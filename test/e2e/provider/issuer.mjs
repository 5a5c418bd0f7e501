// A real OpenID Connect provider as a process of its own: `node issuer.mjs '<settings as JSON>'`. Anybody signs in with any password; what
// people may do stands in front of their names, such as `risk-manager.kim`. Prints `listening` when it does.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { generateKeyPairSync } from 'node:crypto';
import Provider from 'oidc-provider';

const { port, certificate, key, audience, client, dashboard, tokenSeconds } = JSON.parse(process.argv[2]);
const issuer = `https://localhost:${port}`;
const jwk = {
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  kid: 'issuer',
  alg: 'RS256',
  use: 'sig',
};

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: client.id,
      client_secret: client.secret,
      redirect_uris: [`${dashboard}/auth/callback`],
      post_logout_redirect_uris: [`${dashboard}/`],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
  ],
  jwks: { keys: [jwk] },
  cookies: { keys: ['only for specifications'] },
  pkce: { required: () => true },
  issueRefreshToken: async () => true,
  ttl: { AccessToken: tokenSeconds, RefreshToken: 3_600, Session: 3_600, Grant: 3_600, Interaction: 600, IdToken: 600 },
  features: {
    devInteractions: { enabled: true },
    revocation: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    resourceIndicators: {
      enabled: true,
      useGrantedResource: async () => true,
      getResourceServerInfo: async () => ({
        scope: '',
        audience,
        accessTokenFormat: 'jwt',
        accessTokenTTL: tokenSeconds,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  findAccount: async (_, id) => ({ accountId: id, claims: async () => ({ sub: id }) }),
  extraTokenClaims: async (_, { accountId }) => {
    const [role, name] = accountId.split('.');
    return { name: `${name[0].toUpperCase()}${name.slice(1)}`, roles: [role], departments: ['*'] };
  },
});

createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, provider.callback()).listen(port, '127.0.0.1', () => {
  process.stdout.write('listening\n');
});
