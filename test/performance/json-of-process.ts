import { spawn } from 'node:child_process';

/**
 * What a process of Node says on its standard output, as JSON; what else it says goes where ours does.
 * @param who names it where it does not end well.
 * @param args what Node is started with.
 * @param input what it reads on its standard input.
 * @throws Error where it ends with another code than 0.
 */
export function jsonOfProcess<Said>(who: string, args: readonly string[], input = ''): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const printed: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(printed).toString('utf8')) as Said);
      else reject(new Error(`${who} ended with ${code}`));
    });
    child.stdin.once('error', reject);
    child.stdin.end(input);
  });
}
