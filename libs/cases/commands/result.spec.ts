import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ConflictCode } from '../alert-state';
import { problemOf } from './result';

const page = readFileSync(resolve(__dirname, '../../../docs/operating/cases.md'), 'utf8');
/** The compiler wants every code here. */
const codes: Readonly<Record<ConflictCode, true>> = {
  'case.not-found': true,
  'case.not-permitted': true,
  'case.version-conflict': true,
  'case.already-acknowledged': true,
  'case.already-resolved': true,
  'case.not-resolved': true,
  'case.withdrawn': true,
  'case.nothing-to-confirm': true,
  'case.second-person-required': true,
};

describe('A conflict', () => {
  it.each(Object.keys(codes) as ConflictCode[])('%s says what is wrong and what to do, and stands on the page about cases', (code) => {
    const { reason, remedy } = problemOf(code);
    expect(reason).toMatch(/^[A-Z].+\.$/);
    expect(remedy).toMatch(/^[A-Z].+\.$/);
    expect(page).toContain(`### ${code.replace('.', '-')}\n`);
  });
});
