import { describeWith } from '@plumbline/testing';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { inProject, readRules } from './operations-files';

const RUNBOOK = 'docs/operating/runbook';
const HEADINGS = ['What it means', 'What people see meanwhile', 'How to find out', 'What to do', 'When it is over'];

const pages = readdirSync(inProject(RUNBOOK)).filter((file) => file !== 'README.md');
const rules = readRules();

it('has a page for each warning and a warning for each page', () => {
  expect(rules.map(({ annotations }) => annotations['runbook_url']).sort()).toEqual(pages.map((page) => `${RUNBOOK}/${page}`).sort());
});

it.each(rules)('$alert is named after its page, says how urgent it is, and stands in the list', ({ alert, labels, annotations }) => {
  const page = annotations['runbook_url'] ?? '';
  const name = alert.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  expect(page).toBe(`${RUNBOOK}/${name}.md`);
  expect(labels['severity']).toMatch(/^(page|ticket)$/);
  const text = readFileSync(inProject(page), 'utf8');
  expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(HEADINGS);
  expect(text).toContain(`\`${alert}\` (${labels['severity'] ?? ''})`);
  expect(readFileSync(inProject(RUNBOOK, 'README.md'), 'utf8')).toContain(`(${name}.md)`);
});

it('sends readers to pages that exist', () => {
  for (const page of [...pages, 'README.md']) {
    const text = readFileSync(inProject(RUNBOOK, page), 'utf8');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)\)/g)) expect(existsSync(inProject(RUNBOOK, target))).toBe(true);
  }
});

const promtool = (...words: string[]): ReturnType<typeof spawnSync> => spawnSync('promtool', words, { cwd: inProject(), encoding: 'utf8' });
const missing = promtool('--version').error === undefined ? undefined : 'Install Debian’s package prometheus.';

describeWith({ missing }, 'promtool', () => {
  it.each([
    ['takes the rules', ['check', 'rules', 'infra/prometheus/rules.yaml']],
    ['takes the configuration', ['check', 'config', 'infra/prometheus/prometheus.yaml']],
    ['sees the warnings raised by what they warn of', ['test', 'rules', 'infra/prometheus/rules.test.yaml']],
  ])('%s', (_, words) => {
    const { status, stdout, stderr } = promtool(...words);
    expect({ status, said: status === 0 ? '' : `${String(stdout)}${String(stderr)}` }).toEqual({ status: 0, said: '' });
  });
});
