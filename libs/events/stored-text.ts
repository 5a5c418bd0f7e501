import { insideQuotes, type Precision } from '@plumbline/kernel';
import type { EventDefinition } from './define';

/** An event whose parts are text already: times as RFC 3339 in UTC with milliseconds, data as JSON with its fields in the order of the definition. */
export interface EventText {
  readonly id: string;
  readonly source: string;
  readonly time: string;
  readonly precision: Precision;
  readonly zone: string;
  readonly recordedTime: string;
  readonly recordId: string | undefined;
  readonly recordVersion: number | undefined;
  readonly retracted: boolean | undefined;
  readonly correlationId: string | undefined;
  readonly causationId: string | undefined;
  readonly partitionKey: string;
  readonly data: string;
}

/** What stands between two values that change, kept for each of the few that seldom do. */
function kept<Key>(write: (key: Key) => string): (key: Key) => string {
  const texts = new Map<Key, string>();
  let lastKey: Key | undefined;
  let lastText = '';
  return (key) => {
    if (key === lastKey) return lastText;
    let text = texts.get(key);
    if (text === undefined) {
      // Zones and sources are few; whatever a sender invents does not pile up.
      if (texts.size >= 1_000) texts.clear();
      texts.set(key, (text = write(key)));
    }
    lastKey = key;
    lastText = text;
    return text;
  };
}

const afterId = kept((source: string) => `","source":"${insideQuotes(source)}","type":"`);
const afterSource = kept(({ type, version }: EventDefinition) => `${type}","dataversion":${version},"time":"`);
const afterTime = kept((precision: Precision) => `","timeprecision":"${precision}","timezone":"`);
const afterPrecision = kept((zone: string) => `${insideQuotes(zone)}","recordedtime":"`);

/**
 * The stored form of an event without the time of its receiving, in the very characters that `JSON.stringify` gives for `storedEvent` without
 * that field. Put together as text, because building an object only to write it costs more than everything else about an event.
 */
export function textBeforeReceiving(definition: EventDefinition, event: EventText): string {
  const id = insideQuotes(event.id);
  const { recordId, recordVersion, correlationId, causationId } = event;
  const record = recordId === undefined || recordId === event.id ? id : insideQuotes(recordId);
  const correlation = correlationId === undefined ? id : insideQuotes(correlationId);
  const retracted = event.retracted === true ? ',"retracted":true,"partitionkey":"' : ',"partitionkey":"';
  const causation = causationId === undefined ? '' : `,"causationid":"${insideQuotes(causationId)}"`;
  return `{"specversion":"1.0","id":"${id}${afterId(event.source)}${afterSource(definition)}${event.time}${afterTime(event.precision)}${afterPrecision(event.zone)}${event.recordedTime}","recordid":"${record}","recordversion":${recordVersion ?? 1}${retracted}${event.partitionKey}","correlationid":"${correlation}"${causation},"datacontenttype":"application/json","data":${event.data}}`;
}

const INGESTED = '"ingestedtime":"';
const STAMP = '2026-01-01T00:00:00.000Z'.length;
const LENGTH = INGESTED.length + STAMP + '",'.length;

/** What stands before everything else in the stored form: `{"ingestedtime":"2026-03-03T18:04:00.000Z",`. */
export const receivingHead = (ingestedTime: string): string => `{${INGESTED}${ingestedTime}",`;

/**
 * The stored text without the time of its receiving: the inverse of putting {@link receivingHead} in the place of the first bracket. The
 * first match is the envelope's, wherever in it the field stands, because a quotation mark inside an earlier value would be escaped.
 */
export function withoutReceiving(stored: string): { readonly text: string; readonly ingestedTime: string } {
  const at = stored.indexOf(INGESTED);
  const from = at + INGESTED.length;
  return { text: stored.slice(0, at) + stored.slice(at + LENGTH), ingestedTime: stored.slice(from, from + STAMP) };
}
