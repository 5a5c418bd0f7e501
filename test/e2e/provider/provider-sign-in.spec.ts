import { setTimeout } from 'node:timers/promises';
import { SignJWT, decodeJwt, generateKeyPair } from 'jose';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENCE, launchBrowser } from '../browser';
import { AUDIENCE, startProduction, type Production } from './production';

jest.setTimeout(900_000);

/** Short enough that a session is renewed within the specification: a renewal comes a minute before the end. */
const TOKEN_SECONDS = 120;
const SESSION = '__Host-plumbline';

let production: Production;
let browser: Browser;
const stops: (() => Promise<void>)[] = [];
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  stops.push(() => browser.close());
  production = await startProduction(TOKEN_SECONDS);
  stops.push(() => production.stop());
});
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
});
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

async function open(path: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ baseURL: production.address, ignoreHTTPSErrors: true });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(path);
  return { context, page };
}

/** Through the provider's own pages: the name, any password, and the consent. */
async function atTheProvider(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Continue to your identity provider' }).click();
  await page.waitForURL((url) => url.origin === production.issuer);
  await page.locator('input[name="login"]').fill(name);
  await page.locator('input[name="password"]').fill('anything');
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

const sessionOf = async (context: BrowserContext): Promise<string> =>
  (await context.cookies()).find(({ name }) => name === SESSION)?.value ?? '';

const asked = (token: string, query: string): Promise<Response> =>
  fetch(`${production.behind}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });

const statusOf = async (token: string): Promise<number> => (await asked(token, '{ viewer { id } }')).status;

/** The names of those to whom a case can be given, once there are some: what was appended is read a moment later. */
async function colleagues(token: string): Promise<readonly string[]> {
  for (let attempt = 1; ; attempt += 1) {
    const { data } = (await (await asked(token, '{ people { name } }')).json()) as { data: { people: readonly { name: string }[] } };
    if (data.people.length > 0 || attempt === 120) return data.people.map(({ name }) => name);
    await setTimeout(500);
  }
}

describe('Signing in at an identity provider', () => {
  it('comes back to the page that was asked for, with nothing secret within reach of a script', async () => {
    const { context, page } = await open('/alerts?state=NEW');
    await atTheProvider(page, 'risk-manager.kim');
    await page.getByRole('heading', { level: 1, name: 'Alerts' }).waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/alerts?state=NEW');
    const reachable = await page.evaluate<string>(
      'JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, location.href])',
    );
    expect(reachable).not.toContain('eyJ');
    expect((await context.cookies()).find(({ name }) => name === SESSION)).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'Strict',
    });
    await page.getByRole('button', { name: 'Person and appearance' }).click();
    await page.getByRole('menu').getByText('Kim', { exact: true }).waitFor();
  });

  it('lets a session in use go on past an access token', async () => {
    const { context, page } = await open('/');
    await atTheProvider(page, 'risk-manager.kim');
    const renewed = page.waitForResponse((response) => response.url().endsWith('/auth/renew'));
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    const before = decodeJwt(await sessionOf(context));
    expect((await renewed).status()).toBe(200);
    const after = decodeJwt(await sessionOf(context));
    expect(after.jti).not.toBe(before.jti);
    expect(after.exp).toBeGreaterThan(before.exp ?? Infinity);
  });

  it('makes whoever has come a colleague to whom a case can be given', async () => {
    const { context, page } = await open('/');
    await atTheProvider(page, 'risk-manager.kim');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect(await colleagues(await sessionOf(context))).toEqual(['Kim']);
  });

  it('ends here and at the provider at sign-out, and the token counts for nothing more', async () => {
    const { context, page } = await open('/');
    await atTheProvider(page, 'risk-manager.kim');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    const token = await sessionOf(context);
    expect(await statusOf(token)).toBe(200);
    await page.getByRole('button', { name: 'Person and appearance' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await page.getByRole('button', { name: 'Continue to your identity provider' }).waitFor();
    expect(await statusOf(token)).toBe(401);
    await page.getByRole('button', { name: 'Continue to your identity provider' }).click();
    await page.locator('input[name="login"]').waitFor();
  });

  it('lets nobody in to whom the provider gives no role here', async () => {
    const { context, page } = await open('/');
    await atTheProvider(page, 'gardener.alex');
    await page.getByRole('alert').getByText('no role here').waitFor();
    expect(await sessionOf(context)).toBe('');
  });

  it('takes a code only from the browser that began, and leads nowhere but to its own pages', async () => {
    const { context, page } = await open('/auth/callback?code=somebody-elses&state=somebody-elses');
    await page.getByRole('alert').getByText('begun in another browser').waitFor();
    expect(await sessionOf(context)).toBe('');
    await page.goto('/auth/start?page=https://evil.example/');
    await page.locator('input[name="login"]').fill('auditor.sam');
    await page.locator('input[name="password"]').fill('anything');
    await page.locator('button[type="submit"]').click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expect(new URL(page.url()).origin).toBe(production.address);
  });

  it('counts tokens of the keys that the provider lists, and no others', async () => {
    const { context, page } = await open('/');
    await atTheProvider(page, 'auditor.sam');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    const token = await sessionOf(context);
    expect(await statusOf(token)).toBe(200);
    expect(decodeJwt(token)).toMatchObject({ iss: production.issuer, aud: AUDIENCE });
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(decodeJwt(token)).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'issuer' }).sign(privateKey);
    expect(await statusOf(forged)).toBe(401);
  });
});
