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

/** The people of the demonstration; empty where sign-in goes through the institution's own identity provider. Rejects when the platform does not answer. */
export async function demoPeople(): Promise<readonly DemoPerson[]> {
  const response = await fetch('/auth/demonstration', { headers: json });
  if (!response.ok) throw new Error(`the platform answered ${response.status}`);
  const body = (await response.json()) as { readonly people: readonly DemoPerson[] };
  return body.people;
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

/** Ends the session on the platform too. Rejects when the platform cannot be reached, because the session then goes on there. */
export async function signOut(): Promise<void> {
  const response = await fetch('/auth/sign-out', { method: 'POST', headers: json, body: '{}' });
  if (!response.ok) throw new Error(`the platform answered ${response.status}`);
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
