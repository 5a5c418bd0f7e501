const DAY = 86_400_000;

/** The Monday (`2026-03-02`) of the week that holds the local date `2026-03-05`. */
export function mondayOf(localDate: string): string {
  const at = Date.parse(localDate);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * DAY).toISOString().slice(0, 10);
}
