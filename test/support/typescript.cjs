'use strict';

// Lets a child process of a specification run TypeScript as it stands: `node --require test/support/typescript.cjs child.ts`.
const { transformFileSync } = require('@swc/core');
const Module = require('node:module');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const resolve = Module._resolveFilename;

Module._resolveFilename = (request, ...rest) => {
  const alias = /^@plumbline\/([^/]+)$/.exec(request);
  return alias ? path.join(root, 'libs', alias[1], 'index.ts') : resolve.call(Module, request, ...rest);
};

Module._extensions['.ts'] = (module, file) => {
  const { code } = transformFileSync(file, {
    swcrc: false,
    sourceMaps: false,
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2023',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
  });
  module._compile(code, file);
};
