'use strict';

// Lets a specification's threads run TypeScript as it stands, as `typescript.cjs` does for child processes.
const path = require('node:path');
const threads = require('node:worker_threads');

const LOADER = path.join(__dirname, 'typescript.cjs');
const installed = Symbol.for('plumbline.worker-threads');

if (threads[installed] !== true) {
  threads[installed] = true;
  threads.Worker = class extends threads.Worker {
    constructor(file, options) {
      super(file, String(file).endsWith('.ts') ? { ...options, execArgv: ['--require', LOADER] } : options);
    }
  };
}
