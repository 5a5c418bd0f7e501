import { monthWords } from './months';

export interface RecordedMonths {
  /** Where what is shown begins among the months that were asked for. */
  readonly from: number;
  /** Their names; the last month is not over, and says so. */
  readonly words: readonly string[];
  /** A sentence about the months before, where there are any. */
  readonly before: string | undefined;
}

/**
 * What of the months of a trend is shown. A line that rises from nothing where the records begin, and falls where the month has only begun, would tell
 * of a change that nobody made.
 * @param months first days, oldest first; the last one is that of the moment that is looked at.
 * @param isRecorded whether anything at all was recorded in the month at a place.
 */
export function recordedMonths(months: readonly string[], isRecorded: (place: number) => boolean): RecordedMonths {
  const first = months.findIndex((_, place) => isRecorded(place));
  // A line has two ends.
  const from = first === -1 ? 0 : Math.max(0, Math.min(first, months.length - 2));
  const words = months
    .slice(from)
    .map((month, place, shown) => (place === shown.length - 1 ? `${monthWords(month)} so far` : monthWords(month)));
  return { from, words, before: from === 0 ? undefined : `Nothing was recorded before ${monthWords(months[from] ?? '')}.` };
}
