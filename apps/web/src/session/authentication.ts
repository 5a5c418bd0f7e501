/** A person of the local demonstration, as the sign-in page offers him or her. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  /** Role codes such as `risk-manager`. */
  readonly roles: readonly string[];
}

/** Why a sign-in was refused: the words do not fit, there were too many attempts, or the platform does not answer. */
export type SignInProblem = 'wrong-passphrase' | 'too-many-attempts' | 'unreachable';

const json = { accept: 'application/json', 'content-type': 'application/json' };

/** How people sign in on this platform. */
export interface SignInWays {
  /** At the institution's identity provider. */
  readonly provider: boolean;
  /** Or as one of the people of the demonstration. */
  readonly people: readonly DemoPerson[];
}

/** Rejects when the platform does not answer. */
export async function signInWays(): Promise<SignInWays> {
  const response = await fetch('/auth/ways', { headers: json });
  if (!response.ok) throw new Error(`the platform answered ${response.status}`);
  return (await response.json()) as SignInWays;
}

/** Leaves for the identity provider, which sends the person back to the page that is open now. */
export function leaveForProvider(): void {
  const { pathname, search } = window.location;
  window.location.assign(`/auth/start?page=${encodeURIComponent(`${pathname}${search}`)}`);
}

/** Asks for the session to go on, which the provider may refuse; UTC milliseconds of its new end, or undefined where it ends as it would have. */
export async function renewSession(): Promise<number | undefined> {
  const response = await fetch('/auth/renew', { method: 'POST', headers: json, body: '{}' });
  if (!response.ok) return undefined;
  return Date.parse(((await response.json()) as { readonly expiresAt: string }).expiresAt);
}

/** The code with which the provider's sign-in failed, out of the address, where the platform put it on the way back. */
export function takeRefusalFromAddress(): string | undefined {
  const found = /^#sign-in-refused=([a-z.-]+)$/.exec(window.location.hash);
  if (found !== null) window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return found?.[1];
}

/** Signs in; the session is a cookie that no script can read. Answers what stood in the way, or undefined where nothing did. */
export async function signIn(person: string, passphrase: string): Promise<SignInProblem | undefined> {
  try {
    const response = await fetch('/auth/sign-in', { method: 'POST', headers: json, body: JSON.stringify({ person, passphrase }) });
    if (response.ok) return undefined;
    if (response.status === 429) return 'too-many-attempts';
    return response.status === 401 ? 'wrong-passphrase' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

/**
 * Ends the session on the platform too, and at the identity provider, for which the browser leaves the page. Rejects when the platform
 * cannot be reached, because the session then goes on there.
 */
export async function signOut(): Promise<void> {
  const response = await fetch('/auth/sign-out', { method: 'POST', headers: json, body: '{}' });
  if (!response.ok) throw new Error(`the platform answered ${response.status}`);
  const { endSessionAt } = (await response.json()) as { readonly endSessionAt: string | null };
  if (endSessionAt !== null) window.location.assign(endSessionAt);
}

/**
 * A sign-in that stands in the address as `#sign-in=<person>:<passphrase>`, as the platform prints it at its start. A fragment never
 * leaves the browser; it is taken out of the address and of the history at once.
 */
export function takeSignInFromAddress(): { readonly person: string; readonly passphrase: string } | undefined {
  const found = /^#sign-in=([^:]+):(.+)$/.exec(window.location.hash);
  if (found === null) return undefined;
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  const [, person = '', passphrase = ''] = found;
  return { person: decodeURIComponent(person), passphrase: decodeURIComponent(passphrase) };
}
