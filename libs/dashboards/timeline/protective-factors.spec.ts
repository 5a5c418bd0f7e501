import { protectiveFactors } from './protective-factors';

const fact = (type_: string, at: string, data: object = {}, evidence = 0) => ({
  ...{ type_, data_: JSON.stringify(data), occurredMilliseconds: Date.parse(at), zone: 'Europe/London', evidence },
});

describe('What speaks for the clinician', () => {
  it('is counted by kind from the records themselves', () => {
    const facts = [
      fact('messaging.message-sent', '2026-03-03T22:00:00Z', { redirect: true }),
      fact('messaging.message-sent', '2026-03-04T22:00:00Z', { redirect: false }),
      fact('gifts.declared', '2026-03-04T10:00:00Z', { acceptance: 'declined' }),
      fact('gifts.declared', '2026-03-05T10:00:00Z', { acceptance: 'accepted' }),
      fact('exceptions.granted', '2026-03-05T10:00:00Z'),
      fact('exceptions.granted', '2026-03-06T10:00:00Z'),
      fact('relationships.dual-role-declared', '2026-03-06T10:00:00Z'),
      fact('relationships.care-transferred', '2026-03-06T10:00:00Z'),
      fact('documentation.note-written', '2026-03-06T10:00:00Z', { rationaleRecorded: true }),
    ];
    expect(protectiveFactors(facts)).toEqual([
      { kind: 'redirect', events: 1 },
      { kind: 'gift-declined', events: 1 },
      { kind: 'exception-granted', events: 2 },
      { kind: 'dual-role-declared', events: 1 },
      { kind: 'care-transferred', events: 1 },
      { kind: 'rationale-recorded', events: 1 },
    ]);
  });

  it('includes a note of the same day at the place, for what the finding counts alone', () => {
    const note = fact('documentation.note-written', '2026-07-01T08:00:00Z');
    // Half past midnight in London, though the day before in UTC.
    const counted = fact('messaging.message-sent', '2026-06-30T23:30:00Z', {}, 1);
    const other = fact('messaging.message-sent', '2026-07-01T12:00:00Z');
    const dayBefore = fact('messaging.message-sent', '2026-06-30T12:00:00Z', {}, 1);
    expect(protectiveFactors([note, counted, other, dayBefore])).toEqual([{ kind: 'noted-same-day', events: 1 }]);
  });

  it('is nothing where the records say nothing', () => {
    expect(protectiveFactors([fact('messaging.message-sent', '2026-03-03T22:00:00Z', {}, 1)])).toEqual([]);
  });
});
