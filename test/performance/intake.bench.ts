import type { Figure, Section } from './figures';
import { measureIntake } from './ingest/intake-cost';

const CLINICIANS = 250;

const microseconds = (value: number): string => `${value.toPrecision(3)} µs`;

/** What an event costs from the bytes of a request to the acknowledged append, and what it costs to read it back, without folds and ClickHouse. */
export async function benchmarkIntake(events = 250_000): Promise<Section> {
  const known = await measureIntake(events, CLINICIANS);
  const strangers = await measureIntake(Math.ceil(events / 5), CLINICIANS, true);
  const accepting = (what: string, cost: typeof known, goal: Figure['goal']): Figure => ({
    what: `${what}: event loop's processor time from request bytes to the acknowledged append`,
    measured: microseconds(cost.thread),
    comparedWith: `${microseconds(cost.process)} of the whole process, ${microseconds(cost.wall)} on the wall`,
    value: cost.thread,
    unit: ' µs',
    goal,
  });
  return {
    title: 'Accepting events',
    how: `The workload of the section on taking events in, ${known.events.toLocaleString('en-GB')} events, without the projector and ClickHouse. Times are processor time an event of the thread that runs the event loop, because everything else waits for that one; medians of 5 rounds.`,
    figures: [
      accepting('people who are known', known, { atMost: 6 }),
      accepting('every event about a patient never seen before', strangers, undefined),
      {
        what: "the newest records read back: event loop's processor time a record",
        measured: microseconds(known.read),
        comparedWith: '–',
        value: known.read,
        unit: ' µs',
        goal: { atMost: 1 },
      },
    ],
  };
}
