import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { usableCores } from './usable-cores';

describe('the cores that a process may keep busy', () => {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-cores-'));
  const file = join(directory, 'cpu.max');
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  it.each([
    ['100000 100000\n', 1],
    ['150000 100000\n', 1],
    ['20000 100000\n', 1],
    [`${String(64 * 100_000)} 100000\n`, availableParallelism()],
    ['max 100000\n', availableParallelism()],
    ['', availableParallelism()],
    ['0 0\n', availableParallelism()],
  ])('are no more than its container is given: %j', (text, expected) => {
    writeFileSync(file, text);
    expect(usableCores(file)).toBe(expected);
  });

  it('are those of the machine where no container says anything', () => {
    expect(usableCores(join(directory, 'nothing'))).toBe(availableParallelism());
  });
});
