/** A person of the local demonstration, as the sign-in page offers him or her. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

const KEY = 'plumbline.token';

/** The token of this tab's session. It lives as long as the tab, so that a shared computer forgets it. */
export function sessionToken(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined;
}

export function forgetSession(): void {
  sessionStorage.removeItem(KEY);
}

async function answered(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`the platform answered ${response.status}`);
  return response.json();
}

/** The people of the demonstration; empty where sign-in goes through the institution's own identity provider. */
export async function demoPeople(): Promise<readonly DemoPerson[]> {
  const response = await fetch('/auth/demo', { headers: { accept: 'application/json' } });
  if (response.status === 404) return [];
  const body = (await answered(response)) as { readonly people: readonly DemoPerson[] };
  return body.people;
}

/** Signs in as one of the people of the demonstration. Rejects when the platform does not answer or refuses. */
export async function signInAs(person: string): Promise<void> {
  const response = await fetch('/auth/demo', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ person }),
  });
  const body = (await answered(response)) as { readonly token: string };
  sessionStorage.setItem(KEY, body.token);
}
