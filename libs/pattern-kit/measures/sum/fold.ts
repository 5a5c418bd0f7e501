import { undeterminedRank, type InForce, type MeasureFold, type PatternModel, type SubjectFacts } from '../../engine/model';
import { compileCondition } from '../../engine/compile-condition';
import { perPolicy } from '../per-policy';
import type { SumDeclaration } from './declaration';
import { formatMoney, minorPerUnit } from './money-words';

/** Holds while the window's sum exceeds the limit, or one fact is enough of itself, or there are enough of them. */
export function sumFold(pattern: PatternModel, measure: SumDeclaration): MeasureFold {
  const { context, labels } = pattern;
  const { rows, texts } = context;
  const kind = pattern.kindOf(measure.of);
  const types = new Map(
    pattern
      .fact(kind)
      .from.map(({ type }) => [
        context.types.number(type),
        { slot: context.slot(type, measure.field), enough: compileCondition(measure.anyOf.when, type, context, labels) },
      ]),
  );
  const bands = [measure.above.band, measure.anyOf.band, measure.atLeast.band].map((band) => pattern.bandIndex(band));
  const [aboveRank, anyRank, numberRank] = bands as [number, number, number];
  const notAdded = labels.code('amount-not-known', 'the amount is not known in the currency of the institution');
  const settingsOf = perPolicy(({ settings, view }) => ({
    currency: view.currency,
    limitMinor: Math.round(settings.number(measure.above.limit) * minorPerUnit(view.currency)),
    number: settings.number(measure.atLeast.number),
  }));

  /** Minor units and currency as the source gave them; undefined where it gave no amount. */
  const moneyAt = (subject: SubjectFacts, at: number) => {
    const row = subject.row(at);
    const slot = types.get(rows.type(row))?.slot ?? 0;
    const minor = rows.value(row, slot);
    return minor === -1 ? undefined : { minor, currency: texts.text(rows.value(row, slot + 1)) };
  };
  const isEnough = (subject: SubjectFacts, at: number): boolean => {
    const row = subject.row(at);
    return types.get(rows.type(row))?.enough(row, subject.clinician) === 1;
  };
  const rankOf = (inForce: InForce, sumMinor: number, enough: number, number: number): number => {
    const settings = settingsOf(inForce);
    return Math.max(
      sumMinor > settings.limitMinor ? aboveRank : -1,
      enough > 0 ? anyRank : -1,
      number >= settings.number ? numberRank : -1,
    );
  };

  return {
    weighs: true,
    judges: (candidate) => candidate === kind,
    looksAhead: () => false,
    judge: (subject, at, inForce) => {
      const money = moneyAt(subject, at);
      const adds = money?.currency === settingsOf(inForce).currency;
      subject.weigh(at, adds ? money.minor : 0, isEnough(subject, at) ? 1 : 0);
      const window = subject.window(0, at, inForce.within);
      const rank = rankOf(inForce, window.weight, window.part, window.number(kind));
      if (rank >= 0) subject.hold(at, rank, window.weight, window.head, inForce.within);
      else if (!adds) subject.setRank(at, undeterminedRank(notAdded));
    },
    isEvidence: (candidate) => candidate === kind,
    figures: (subject, episode, inForce) => {
      const { currency, limitMinor } = settingsOf(inForce);
      const opens = subject.time(episode.peak) - inForce.within;
      const counted: number[] = [];
      for (let at = episode.peak; at >= 0 && subject.time(at) > opens; at -= 1) if (subject.counts(at)) counted.push(at);
      const others = new Map<string, number>();
      let without = 0;
      for (const at of counted) {
        const money = moneyAt(subject, at);
        if (money === undefined) without += 1;
        else if (money.currency !== currency) others.set(money.currency, (others.get(money.currency) ?? 0) + money.minor);
      }
      const named = [...others].sort().map(([other, minor]) => formatMoney(minor, other));
      if (without > 0) named.push(`${String(without)} without an amount`);
      const cash = counted.filter((at) => isEnough(subject, at)).length;
      const perUnit = minorPerUnit(currency);
      return {
        values: {
          sum: episode.value > 0 ? formatMoney(episode.value, currency) : undefined,
          limit: formatMoney(limitMinor, currency),
          cash: cash === 0 ? undefined : cash,
          fewer: fewest(subject, counted, episode.value, (sum, enough, number) => rankOf(inForce, sum, enough, number)),
          notAdded: named.length === 0 ? undefined : named.join(', '),
        },
        comparisons: [
          {
            against: 'threshold',
            valueMilli: Math.round((episode.value * 1_000) / perUnit),
            limitMilli: Math.round((limitMinor * 1_000) / perUnit),
          },
        ],
        caveats: named.length === 0 ? [] : ['amounts in other currencies, or not known, are not part of the sum'],
      };
    },
  };
}

/** How many facts, those that are enough of themselves and then the largest, must go until nothing holds. */
function fewest(
  subject: SubjectFacts,
  counted: readonly number[],
  sum: number,
  rankOf: (sum: number, enough: number, number: number) => number,
): number {
  const part = (at: number): number => subject.part(at);
  const weight = (at: number): number => subject.weight(at);
  const order = [...counted].sort((left, right) => part(right) - part(left) || weight(right) - weight(left));
  let rest = sum;
  let enough = order.reduce((total, at) => total + part(at), 0);
  let gone = 0;
  for (const at of order) {
    if (rankOf(rest, enough, order.length - gone) < 0) break;
    rest -= weight(at);
    enough -= part(at);
    gone += 1;
  }
  return gone;
}
