import { FixedClock, HOUR, ProblemError } from '@plumbline/kernel';
import {
  SignJWT,
  UnsecuredJWT,
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type CryptoKey,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Authenticator } from './authenticator';
import { Revocations } from './revocations';
import { TokenVerifier, type TokenRules } from './token-verifier';

const now = Date.parse('2026-03-04T09:00:00Z');
const clock = new FixedClock(now);
const seconds = Math.floor(now / 1_000);
const rules: TokenRules = {
  issuer: 'https://identity.example',
  audience: 'plumbline',
  algorithms: ['ES256', 'RS256'],
  maximumAgeMinutes: 60,
  rolesClaim: 'roles',
  departmentsClaim: 'departments',
};

let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
let authenticator: Authenticator;
const revocations = new Revocations(clock);

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true });
  const jwks = createLocalJWKSet({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] });
  authenticator = new Authenticator(new TokenVerifier(rules, jwks, revocations, clock), 'plumbline');
});

const good: JWTPayload = {
  iss: rules.issuer,
  aud: rules.audience,
  sub: 'robin',
  jti: 'session-1',
  iat: seconds - 60,
  exp: seconds + 600,
  roles: ['risk-manager', 'emperor'],
  departments: ['Psychiatry'],
};

async function signed(
  change: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
  key: CryptoKey | Uint8Array = keys.privateKey,
): Promise<string> {
  const claims = Object.fromEntries(Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined));
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'one', ...header }).sign(key);
}

async function answer(token: string): Promise<string> {
  try {
    return (await authenticator.authenticate({ authorization: `Bearer ${token}` })).id;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

describe('A token', () => {
  it('names its person, the known roles of it and the departments', async () => {
    await expect(authenticator.authenticate({ authorization: `Bearer ${await signed()}` })).resolves.toEqual({
      id: 'robin',
      name: 'robin',
      roles: ['risk-manager'],
      departments: ['Psychiatry'],
      session: 'session-1',
      expiresAt: (seconds + 600) * 1_000,
    });
  });

  it('may come in the cookie', async () => {
    await expect(authenticator.authenticate({ cookie: `other=1; plumbline=${await signed()}` })).resolves.toMatchObject({ id: 'robin' });
  });

  it('without departments sees none', async () => {
    const viewer = await authenticator.authenticate({ authorization: `Bearer ${await signed({ departments: undefined })}` });
    expect(viewer.departments).toEqual([]);
  });

  const refused: readonly [string, () => Promise<string>][] = [
    ['that is none', () => Promise.resolve('nonsense')],
    ['of algorithm none', () => Promise.resolve(new UnsecuredJWT(good).encode())],
    [
      'signed with the public key as a shared secret',
      async () => signed({}, { alg: 'HS256' }, new TextEncoder().encode(await exportSPKI(keys.publicKey))),
    ],
    ['for another audience', () => signed({ aud: 'another' })],
    ['of another issuer', () => signed({ iss: 'https://elsewhere.example' })],
    ['that has expired', () => signed({ exp: seconds - 60 })],
    ['that is not valid yet', () => signed({ nbf: seconds + 600 })],
    ['older than allowed, though it has not expired', () => signed({ iat: seconds - 2 * 3_600 })],
    ['that is an ID token', () => signed({}, { typ: 'JWT' })],
    ['without a type', () => signed({}, { typ: undefined })],
    ['of an unknown key', () => signed({}, { kid: 'two' })],
    ['without a subject', () => signed({ sub: undefined })],
    ['without an id', () => signed({ jti: undefined })],
    ['without an end', () => signed({ exp: undefined })],
    ['whose roles were edited', async () => edited(await signed())],
    ['of a stranger who sends the key along', strangerWithKey],
  ];

  it.each(refused)('%s is refused, without saying why', async (_, token) => {
    expect(await answer(await token())).toBe('access.not-authenticated');
  });

  it('makes nobody fetch the key that its header points to', async () => {
    let fetched = 0;
    const server = createServer((_, response) => {
      fetched += 1;
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    expect(await answer(await signed({}, { jku: address, x5u: address }))).toBe('access.not-authenticated');
    expect(fetched).toBe(0);
    server.close();
  });

  it('is refused after its end, however good it was a moment before', async () => {
    const token = await signed({ exp: seconds + 30 });
    expect(await answer(token)).toBe('robin');
    clock.advance(36_000);
    expect(await answer(token)).toBe('access.not-authenticated');
    clock.advance(-36_000);
  });

  it('is looked at anew after a minute, so that a key which the issuer withdrew stops counting', async () => {
    let withdrawn = false;
    const jwks = createLocalJWKSet({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] });
    const keysOfIssuer: JWTVerifyGetKey = (header, token) => {
      if (withdrawn) throw new Error('no such key');
      return jwks(header, token);
    };
    const cautious = new TokenVerifier(rules, keysOfIssuer, revocations, clock);
    const token = await signed();
    await cautious.verify(token);
    withdrawn = true;
    await expect(cautious.verify(token)).resolves.toMatchObject({ id: 'robin' });
    clock.advance(60_000);
    await expect(cautious.verify(token)).rejects.toThrow('access.not-authenticated');
    clock.advance(-60_000);
  });

  it('counts for nothing once its session was ended', async () => {
    const token = await signed({ jti: 'session-2' });
    expect(await answer(token)).toBe('robin');
    revocations.revoke('session-2', now + HOUR);
    expect(await answer(token)).toBe('access.not-authenticated');
  });
});

function edited(token: string): string {
  const [header, payload, signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as JWTPayload;
  const changed = Buffer.from(JSON.stringify({ ...claims, roles: ['administrator'] })).toString('base64url');
  return `${header ?? ''}.${changed}.${signature ?? ''}`;
}

async function strangerWithKey(): Promise<string> {
  const stranger = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(stranger.publicKey);
  return signed({}, { alg: 'ES256', kid: undefined, jwk }, stranger.privateKey);
}
