import { HOUR, MINUTE } from '@plumbline/kernel';

/** First wait after a failure; each further one is twice as long. */
const FIRST_WAIT = MINUTE / 2;
/** A receiver that is away for a night is asked about once an hour. */
const LONGEST_WAIT = HOUR;
/** With the waits above this is a little more than a day. After it people hear of the alert through escalation. */
export const MOST_ATTEMPTS = 32;

/** How long to wait after so many failed attempts, in milliseconds. */
export const waitAfter = (attempts: number): number => Math.min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT);
