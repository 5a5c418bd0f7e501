import { undeterminedRank, type MeasureFold, type PatternModel, type SubjectFacts } from '../../engine/model';
import { DAY, localTime, startOfLocalDay } from '@plumbline/kernel';
import { perPolicy } from '../per-policy';
import type { AbsenceByDayEndDeclaration } from './declaration';

/** Judged once for every closed local day that has a fact, over the window that ends with the day. */
export function absenceByDayEndFold(pattern: PatternModel, measure: AbsenceByDayEndDeclaration): MeasureFold {
  const { surroundings } = pattern.context;
  const contact = pattern.kindOf(measure.of);
  const companion = pattern.kindOf(measure.companion);
  const settingsOf = perPolicy(({ settings }) => ({ atLeast: settings.number(measure.atLeast), share: settings.number(measure.share) }));

  const zoneAt = (subject: SubjectFacts, at: number): string => surroundings.zoneOf(subject.clinician, subject.time(at));
  const endOfDay = (subject: SubjectFacts, at: number): number => {
    const zone = zoneAt(subject, at);
    return startOfLocalDay(localTime(subject.time(at), zone).day + 1, zone);
  };
  const documentedDays = (subject: SubjectFacts): Set<number> => {
    const days = new Set<number>();
    for (let at = 0; at < subject.length; at += 1) if (subject.kind(at) === companion) days.add(endOfDay(subject, at));
    return days;
  };
  /** Facts in (dayEnd − within, dayEnd], those without a companion, and the first of them. */
  const look = (subject: SubjectFacts, last: number, within: number, documented: ReadonlySet<number>) => {
    const opens = endOfDay(subject, last) - within;
    let number = 0;
    let alone = 0;
    let head = last;
    for (let at = last; at >= 0 && subject.time(at) > opens; at -= 1) {
      if (subject.kind(at) !== contact || !subject.counts(at)) continue;
      number += 1;
      if (!documented.has(endOfDay(subject, at))) alone += 1;
      head = at;
    }
    return { number, alone, head };
  };

  const judgeDay = (subject: SubjectFacts, last: number, before: number, documented: ReadonlySet<number>): void => {
    const inForce = pattern.inForce(subject.time(last));
    if (inForce === undefined || inForce === null) return;
    const { atLeast, share } = settingsOf(inForce);
    const { number, alone, head } = look(subject, last, inForce.within, documented);
    if (number < atLeast || alone * 100 < share * number) return;
    const missing = pattern.missingNeed(subject);
    if (missing !== undefined) {
      subject.setRank(last, undeterminedRank(missing));
      return;
    }
    const rank = pattern.bandFor(inForce, alone * 1_000);
    if (rank >= 0) subject.hold(last, rank, alone * 1_000, head, inForce.within, before);
  };

  return {
    weighs: false,
    judges: (kind) => kind === contact,
    looksAhead: () => false,
    judge: () => undefined,
    // The last fact of a day is judged at its end, over the window that ends then.
    reach: ({ within }) => within + DAY,
    judgeWhole: (subject, from) => {
      const documented = documentedDays(subject);
      subject.waitsForDay = false;
      let before = -1;
      for (let at = 0; at < subject.length; at += 1) {
        if (subject.kind(at) !== contact || !subject.counts(at)) continue;
        const end = endOfDay(subject, at);
        let next = at + 1;
        while (next < subject.length && !(subject.kind(next) === contact && subject.counts(next))) next += 1;
        if (next < subject.length && endOfDay(subject, next) === end) continue;
        if (end > surroundings.closedUntil) {
          subject.waitsForDay = true;
          break;
        }
        if (at >= from) judgeDay(subject, at, before, documented);
        before = at;
      }
    },
    isEvidence: (kind) => kind === contact,
    instantOf: endOfDay,
    figures: (subject, episode, inForce) => {
      const { atLeast, share } = settingsOf(inForce);
      const { number, alone } = look(subject, episode.peak, inForce.within, documentedDays(subject));
      let fewer = 1;
      while ((alone - fewer) * 100 >= share * number) fewer += 1;
      return {
        values: { number, alone, fewer, zone: zoneAt(subject, episode.peak) },
        comparisons: [
          { against: 'threshold', valueMilli: number * 1_000, limitMilli: atLeast * 1_000 },
          { against: 'threshold', valueMilli: Math.floor((alone * 100_000) / number), limitMilli: share * 1_000 },
        ],
      };
    },
  };
}
