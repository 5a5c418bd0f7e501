import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = 'libs/policy/default-policy.yaml';

/** The default policy as a constant, so that a build needs no file beside its code. By path from the repository's root. */
export function generatedDefaultPolicy(root: string): Readonly<Record<string, string>> {
  const text = readFileSync(join(root, SOURCE), 'utf8');
  return {
    'libs/policy/default-policy.generated.ts': `// Generated from ${SOURCE}; change that and run \`npm run generate\`.\nexport const defaultPolicyText = ${JSON.stringify(text)};\n`,
  };
}
