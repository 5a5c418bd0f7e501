import { describeWith } from '@plumbline/testing';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bindMessage } from './message-binding';

// The suite of the CloudEvents project is no part of this one; where it is absent the specification is reported as skipped.
const FEATURE = join(
  process.env['PLUMBLINE_REAL_DATA'] ?? join(__dirname, '../../../../shared/data'),
  'cloudevents-conformance/kafka-protocol-binding.feature',
);

interface Scenario {
  readonly name: string;
  readonly payload: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly data: unknown;
}

function tableOf(lines: readonly string[], after: string): Record<string, string> {
  const from = lines.findIndex((line) => line.includes(after)) + 1;
  const rows: Record<string, string> = {};
  for (const line of lines.slice(from)) {
    const [, key, value] = line.split('|').map((cell) => cell.trim());
    if (key === undefined || value === undefined) break;
    if (key !== 'key') rows[key] = value;
  }
  return rows;
}

function scenariosOf(feature: string): readonly Scenario[] {
  return feature
    .split(/^ +Scenario(?: Outline)?: /m)
    .slice(1)
    .flatMap((text) => {
      const [body = '', examples] = text.split('Examples:');
      const types = (examples ?? '').split('\n').flatMap((line) => /\|\s*(application\S.*?)\s*\|/.exec(line)?.[1] ?? []);
      return (types.length === 0 ? [''] : types).map((contentType) => {
        const filled = body.replaceAll('<contentType>', contentType);
        const lines = filled.split('\n');
        const [payload = '', data = ''] = [...filled.matchAll(/"""\n([\s\S]*?)\n\s*"""/g)].map((match) => match[1] ?? '');
        return {
          name: lines[0]?.trim() ?? '',
          payload,
          headers: tableOf(lines, 'Kafka headers'),
          attributes: tableOf(lines, 'the attributes are'),
          data: JSON.parse(data) as unknown,
        };
      });
    });
}

const scenarios = existsSync(FEATURE) ? scenariosOf(readFileSync(FEATURE, 'utf8')) : [];

const missing = scenarios.length > 0 ? undefined : 'PLUMBLINE_REAL_DATA names a directory that has it.';

describeWith({ missing, optional: true }, 'the conformance suite of the Kafka protocol binding', () => {
  it('has its three scenarios', () => {
    expect(scenarios).toHaveLength(3);
  });

  it.each(scenarios)('$name', ({ payload, headers, attributes, data }) => {
    const { event } = bindMessage({ headers: { ...headers }, value: Buffer.from(payload) });
    expect(event).toEqual({ ok: true, value: { ...attributes, data } });
  });
});
