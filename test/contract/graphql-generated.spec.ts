import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generatedGraphql } from '../../tools/generate-graphql';

const root = resolve(__dirname, '../..');

describe('What is generated from the GraphQL topics', () => {
  it('is what is committed', async () => {
    for (const [path, text] of Object.entries(await generatedGraphql(root))) {
      expect({ path, text: readFileSync(join(root, path), 'utf8') }).toEqual({ path, text });
    }
  });
});
