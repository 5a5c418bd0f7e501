import type { Access } from '@plumbline/access';

/** What a person reads who has started the dashboard: its address and, in the demonstration, who can sign in with which words. */
export function welcome(address: string, { people }: Pick<Access, 'people'>): string {
  const signIns = people.map(({ name, roles, passphrase }) => `    ${roles.join(', ').padEnd(18)} ${name.padEnd(16)} ${passphrase}\n`);
  return [
    `\n  Plumbline is at ${address}\n\n`,
    ...(signIns.length === 0 ? [] : ['  Demonstration sign-ins, on this machine only:\n', ...signIns, '\n']),
  ].join('');
}
