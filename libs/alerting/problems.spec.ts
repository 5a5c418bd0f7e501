import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { deliveryProblem, deliveryProblemCodes, logUnavailable, notSetUp } from './problems';

const page = readFileSync(resolve(__dirname, '../../docs/operating/alerting.md'), 'utf8');
const headings = [...page.matchAll(/^### (\S+)$/gm)].map(([, heading]) => heading);

describe('What an operator is told about alerting', () => {
  it('leads to a heading of its page, and every heading there is something that is told', () => {
    const told = [...deliveryProblemCodes.map((code) => deliveryProblem(code, 'failed', 1)), notSetUp('e-mail'), logUnavailable];
    const anchors = told.map(({ remedy }) => /docs\/operating\/alerting\.md#(\S+)\.$/.exec(remedy)?.[1]);
    expect([...new Set(anchors)].sort()).toEqual([...headings].sort());
  });
});
