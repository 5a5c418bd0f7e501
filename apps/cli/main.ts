import 'reflect-metadata';
import { runCommandLine } from './program';

// The launcher runs in the project's folder; npm and the launcher both say where the user stands.
const workingDirectory = process.env['INIT_CWD'] ?? process.cwd();

void runCommandLine(process.argv.slice(2), {
  out: process.stdout,
  error: process.stderr,
  environment: process.env,
  workingDirectory,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
