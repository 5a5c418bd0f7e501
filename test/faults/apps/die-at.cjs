'use strict';

// Ends a built process with SIGKILL at a named step of it: `node --require test/faults/apps/die-at.cjs` with DIE_AT as
// "file below dist, class, method, before or after, occasion". MISTAKE=acknowledge-first makes ingestion answer before it appends.
const path = require('node:path');

const at = (file) => require(path.resolve(__dirname, '../../../dist', file));
const die = () => process.kill(process.pid, 'SIGKILL');

if (process.env.DIE_AT !== undefined) {
  const [file, name, method, moment, occasion] = process.env.DIE_AT.split(' ');
  const { prototype } = at(file)[name];
  const original = prototype[method];
  if (original === undefined) throw new Error(`There is no ${name}.${method} that could die.`);
  let calls = 0;
  prototype[method] = async function (...args) {
    // Of its own, because other calls begin while this one is under way.
    const call = (calls += 1);
    if (moment === 'before' && call === Number(occasion)) die();
    const result = await original.apply(this, args);
    if (moment === 'after' && call === Number(occasion)) die();
    return result;
  };
}

if (process.env.MISTAKE === 'acknowledge-first') {
  const { prototype } = at('libs/ingestion/core/lane.js').Lane;
  const original = prototype.decide;
  prototype.decide = async function (batches) {
    setTimeout(() => void original.call(this, batches), 500);
    return batches.map(({ size }) => Array.from({ length: size }, () => 'accepted'));
  };
}
