import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder with package.json, whether this runs from the sources or from dist. */
export const projectRoot = ((): string => {
  let directory = __dirname;
  while (!existsSync(join(directory, 'package-lock.json'))) {
    const parent = dirname(directory);
    if (parent === directory) throw new Error(`no package-lock.json above ${__dirname}`);
    directory = parent;
  }
  return directory;
})();
