import { withoutReceiving } from '@plumbline/events';

const RECORDED = '"recordedtime":"';

/** The text of an event without the recorded time, which then was only the time at which we received it. */
export function withoutRecorded(text: string, recordedTime: string): string {
  const from = text.indexOf(RECORDED) + RECORDED.length;
  return text.slice(0, from) + text.slice(from + recordedTime.length);
}

/**
 * What the source said, as text: the stored JSON without the time at which we received it, and without the recorded time where
 * that was only our own. Two events under one id are the same where these are. Works on stored bytes, so that the index can be
 * rebuilt from the log.
 */
export function contentOf(stored: string): string {
  const { text, ingestedTime } = withoutReceiving(stored);
  return text.includes(`${RECORDED}${ingestedTime}"`) ? withoutRecorded(text, ingestedTime) : text;
}
