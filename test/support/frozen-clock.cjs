'use strict';

// Lets a built process of the product see one instant for ever, without a setting for it: `node --require test/support/frozen-clock.cjs`
// with that instant (UTC milliseconds) in FROZEN_AT. Timers and libraries keep the real time.
const path = require('node:path');

const { systemClock } = require(path.resolve(__dirname, '../../dist/libs/kernel/clock.js'));
const instant = Number(process.env.FROZEN_AT);
systemClock.now = () => instant;
