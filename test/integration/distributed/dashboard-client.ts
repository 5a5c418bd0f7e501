import type { Program } from '../../../infra/local/platform';

/** A person of the demonstration, signed in at one api. */
export class DashboardClient {
  private constructor(
    private readonly address: string,
    private readonly cookie: string,
  ) {}

  /** @param role as the api prints it, such as `risk-manager` */
  static async signIn(api: Program, role: string): Promise<DashboardClient> {
    const passphrase = new RegExp(`${role}\\s.*?([0-9a-z]{4}(?:-[0-9a-z]{4}){2})`).exec(api.said)?.[1];
    const response = await fetch(`${api.address}/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.address },
      body: JSON.stringify({ person: role, passphrase }),
    });
    const [cookie] = response.headers.getSetCookie();
    if (cookie === undefined) throw new Error(`signing in failed: ${String(response.status)} ${await response.text()}`);
    return new DashboardClient(api.address, cookie.split(';')[0] ?? '');
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.address, cookie: this.cookie },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { readonly data?: Data; readonly errors?: readonly unknown[] };
    if (data === undefined || errors !== undefined) throw new Error(`GraphQL refused: ${JSON.stringify(errors)}`);
    return data;
  }
}
