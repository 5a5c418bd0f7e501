import { specification } from '@plumbline/pattern-kit';
import { giftAccumulation } from './gift-accumulation.pattern';

const { correctedGift, gift, giver, judge, local, patient, withdrawnGift } = specification;
const pounds = (amount: number) => ({ minor: amount * 100, currency: 'GBP' });
const of = (...events: Parameters<typeof judge>[1]) => judge(giftAccumulation, events);

describe('gift accumulation', () => {
  it('is raised when the gifts of one giver exceed the limit within twelve months', () => {
    const { findings } = of(gift({ at: '2025-06-01', value: pounds(30) }), gift({ at: '2026-03-01', value: pounds(21) }));
    expect(findings).toMatchObject([{ band: 'value', tier: 'awareness', startedAt: local('2026-03-01'), subject: { donor: giver('1') } }]);
    expect(findings[0]!.reason).toContain('Together GBP 51.00; the policy asks for review above GBP 50.00.');
    expect(findings[0]!.counterfactual).toContain('with 1 gift fewer');
  });

  it('is not raised at the limit itself, nor by what lies more than a year back', () => {
    expect(of(gift({ at: '2026-03-01', value: pounds(50) })).findings).toEqual([]);
    expect(of(gift({ at: '2025-01-01', value: pounds(30) }), gift({ at: '2026-03-01', value: pounds(30) })).findings).toEqual([]);
  });

  it('is raised by cash or a voucher whatever it is worth, and by a third gift', () => {
    expect(of(gift({ at: '2026-03-01', kind: 'voucher', value: pounds(5) })).findings).toMatchObject([{ band: 'cash-or-voucher' }]);
    const three = ['01', '02', '03'].map((day) => gift({ at: `2026-03-${day}`, value: pounds(1) }));
    expect(of(...three).findings).toMatchObject([{ band: 'number', tier: 'informal-conversation' }]);
  });

  it('takes accepted gifts alone, and cannot tell where the acceptance is not known', () => {
    const { findings, undetermined } = of(
      gift({ at: '2026-03-01', value: pounds(80), acceptance: 'declined' }),
      gift({ at: '2026-03-02', value: pounds(80), acceptance: 'unknown' }),
    );
    expect(findings).toEqual([]);
    expect(undetermined).toMatchObject([{ because: 'the acceptance is not known', facts: 1 }]);
  });

  it('never adds amounts of two currencies, and names what it did not add', () => {
    const { findings } = of(
      gift({ at: '2026-03-01', value: pounds(30) }),
      gift({ at: '2026-03-02', value: { minor: 4_000, currency: 'USD' } }),
      gift({ at: '2026-03-03', value: pounds(15) }),
    );
    expect(findings).toMatchObject([{ band: 'number' }]);
    expect(findings[0]!.reason).toContain('Not added: USD 40.00.');
    expect(findings[0]!.caveats).toEqual(['amounts in other currencies, or not known, are not part of the sum']);
  });

  it('is undetermined where an amount was printed as words', () => {
    expect(of(gift({ at: '2026-03-01', valueAsPrinted: 'Above limit' }))).toMatchObject({
      findings: [],
      undetermined: [{ because: 'the amount is not known in the currency of the institution' }],
    });
  });

  it('does not let nameless givers accumulate as one person', () => {
    const nameless = (at: string) => gift({ at, donorKind: 'placeholder', value: pounds(30) });
    expect(of(nameless('2026-03-01'), nameless('2026-03-02'), nameless('2026-03-03')).findings).toEqual([]);
    expect(of(gift({ at: '2026-03-01', donorKind: 'placeholder', value: pounds(60) })).findings).toMatchObject([
      { caveats: ['the giver is not named: what such givers gave is not added up'] },
    ]);
  });

  it('follows a correction and a withdrawal, in whatever order they arrive', () => {
    const first = gift({ at: '2026-03-01', record: 'g', value: pounds(60) });
    const corrected = correctedGift({ at: '2026-03-01', record: 'g', version: 2, recorded: '2026-04-01', value: pounds(6) });
    const { findings, revisions } = of(first, corrected);
    expect(findings).toEqual([]);
    expect(revisions.map(({ status }) => status)).toEqual(['raised', 'withdrawn']);
    expect(of(corrected, first).findings).toEqual([]);
    const withdrawn = withdrawnGift({ at: '2026-03-01', record: 'g', version: 3, recorded: '2026-05-01' });
    expect(of(first, withdrawn).findings).toEqual([]);
    expect(of(withdrawn, first).findings).toEqual([]);
  });

  it('was known when the amount was first recorded, also where a correction left it above the limit', () => {
    const first = gift({ at: '2026-03-01', record: 'g', value: pounds(60) });
    const corrected = correctedGift({ at: '2026-03-01', record: 'g', version: 2, recorded: '2026-04-01', value: pounds(65) });
    expect(of(corrected, first).findings).toMatchObject([{ knownAt: local('2026-03-01') }]);
  });

  it('names the patient where all the gifts are from one', () => {
    expect(of(gift({ at: '2026-03-01', value: pounds(60), patient: patient('7') })).findings).toMatchObject([
      { subject: { donor: giver('1'), patient: patient('7') } },
    ]);
  });
});
