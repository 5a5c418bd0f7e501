import type { Problem } from '@plumbline/kernel';
import type { Adapter, Surroundings } from '../core/adapter';
import type { Adapted, Origin } from '../core/draft';
import { MAX_ORIGINAL_BYTES, encodingProblem, linesOf, wholeOf, withoutMark, type Input, type Line } from '../core/input';
import { parseJson } from '../core/parse-json';
import { isUtf8 } from 'node:buffer';
import { draftOf } from './attributes';

const rejected = (origin: Origin, problem: Problem): Adapted => ({ kind: 'rejected', origin, problems: [problem] });

function adaptValue(value: unknown, origin: Origin, surroundings: Surroundings): Adapted {
  const drafted = draftOf(value, surroundings.source);
  return drafted.ok ? { kind: 'event', origin, draft: drafted.draft } : rejected(origin, drafted.problem);
}

function adaptLine(line: Line, surroundings: Surroundings): Adapted {
  const { text } = line;
  if (text === undefined) return rejected(line, encodingProblem(line.original()));
  const parsed = parseJson(text);
  return parsed.ok ? adaptValue(parsed.value, line, surroundings) : rejected(line, parsed.problem);
}

/** One event a line. */
export const cloudEventsNdjson: Adapter = (input, surroundings) => ({
  groups: (async function* () {
    for await (const lines of linesOf(input, 'event')) yield adaptLines(lines, surroundings);
  })(),
});

function* adaptLines(lines: Iterable<Line>, surroundings: Surroundings): Generator<Adapted> {
  for (const line of lines) yield adaptLine(line, surroundings);
}

async function parsedWhole(input: Input): Promise<{ readonly bytes: Buffer; readonly parsed: ReturnType<typeof parseJson> }> {
  const bytes = await wholeOf(input);
  if (!isUtf8(bytes)) return { bytes, parsed: { ok: false, problem: encodingProblem(bytes) } };
  return { bytes, parsed: parseJson(withoutMark(bytes.toString('utf8')), MAX_ORIGINAL_BYTES) };
}

/** One event in structured form. */
export const cloudEvents: Adapter = (input, surroundings) => ({
  groups: (async function* () {
    const { bytes, parsed } = await parsedWhole(input);
    const origin: Origin = { place: 'the event', original: () => bytes };
    yield [parsed.ok ? adaptValue(parsed.value, origin, surroundings) : rejected(origin, parsed.problem)];
  })(),
});

/** A JSON array of events, as `application/cloudevents-batch+json` has it. */
export const cloudEventsBatch: Adapter = (input, surroundings) => ({
  groups: (async function* () {
    const { bytes, parsed } = await parsedWhole(input);
    const whole: Origin = { place: 'the batch', original: () => bytes };
    if (!parsed.ok) yield [rejected(whole, parsed.problem)];
    else if (!Array.isArray(parsed.value)) {
      yield [rejected(whole, { code: 'event.invalid', reason: 'A batch is a JSON array.', remedy: 'Put the events between brackets.' })];
    } else {
      yield parsed.value.map((value: unknown, index) =>
        adaptValue(
          value,
          { place: `/${String(index)}`, original: () => Buffer.from(JSON.stringify(value)), format: 'event' },
          surroundings,
        ),
      );
    }
  })(),
});
