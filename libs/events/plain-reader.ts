import { instantOfIsoBytes } from '@plumbline/kernel';
import type { Precision } from '@plumbline/kernel';
import type { DomainEvent } from './envelope';
import { PLAIN, PlainEnvelope } from './plain-envelope';
import { newestVersion } from './upcasters';

/** A power of two, far above the types, zones, sources and clinicians that a stretch of a log names. */
const TEXTS = 4_096;

/** Texts that come again and again, found by their bytes, so that they are made once. Each has one place; another one there takes it. */
class KnownTexts {
  private readonly texts: string[] = new Array<string>(TEXTS).fill('');

  of(envelope: PlainEnvelope, place: number): string {
    const { bytes, starts, ends } = envelope;
    const from = starts[place] ?? 0;
    const to = ends[place] ?? 0;
    let hash = to - from;
    for (let index = from; index < to; index += 1) hash = (Math.imul(hash, 31) + (bytes[index] ?? 0)) | 0;
    const slot = (hash ^ (hash >>> 12)) & (TEXTS - 1);
    const known = this.texts[slot] ?? '';
    if (known.length === to - from && standsAt(known, bytes, from)) return known;
    const text = envelope.textOf(place);
    this.texts[slot] = text;
    return text;
  }
}

function standsAt(text: string, bytes: Uint8Array, from: number): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) !== bytes[from + index]) return false;
  return true;
}

/** An event that was stored plainly; its bytes hold every value as it is written in JSON. */
export interface PlainStored {
  readonly event: DomainEvent;
  readonly dataText: string;
  /** Holds until the next event is read. */
  readonly envelope: PlainEnvelope;
}

/**
 * Reads what this platform itself has stored, whose form it knows, for half of what reading any JSON costs: only the data is parsed. Whatever is not
 * written plainly is left to `decodeEvent`; what is read is the same.
 */
export class PlainReader {
  private readonly envelope = new PlainEnvelope();
  private readonly known = new KnownTexts();

  /** Undefined where the bytes are not plain, are damaged, or need an upcaster. */
  read(bytes: Buffer): PlainStored | undefined {
    const { envelope, known } = this;
    if (!envelope.look(bytes)) return undefined;
    const type = known.of(envelope, PLAIN.type);
    const version = envelope.numberOf(PLAIN.dataVersion);
    const instant = this.instantOf(PLAIN.time);
    const recordedAt = this.instantOf(PLAIN.recordedTime);
    const ingestedAt = this.instantOf(PLAIN.ingestedTime);
    if (version !== newestVersion(type) || Number.isNaN(instant + recordedAt + ingestedAt)) return undefined;
    const dataText = envelope.textOf(PLAIN.data);
    const data = parsed(dataText);
    if (data === undefined) return undefined;
    const id = envelope.textOf(PLAIN.id);
    const event: DomainEvent = {
      id,
      source: known.of(envelope, PLAIN.source),
      type,
      version,
      occurred: { instant, precision: known.of(envelope, PLAIN.precision) as Precision, zone: known.of(envelope, PLAIN.zone) },
      recordedAt,
      ingestedAt,
      recordId: envelope.same(PLAIN.recordId, PLAIN.id) ? id : envelope.textOf(PLAIN.recordId),
      recordVersion: envelope.numberOf(PLAIN.recordVersion),
      retracted: envelope.retracted,
      partitionKey: known.of(envelope, PLAIN.partitionKey),
      correlationId: envelope.same(PLAIN.correlationId, PLAIN.id) ? id : envelope.textOf(PLAIN.correlationId),
      causationId: envelope.hasCausation ? envelope.textOf(PLAIN.causationId) : undefined,
      data,
    };
    return { event, dataText, envelope };
  }

  private instantOf(place: number): number {
    const { bytes, starts, ends } = this.envelope;
    return instantOfIsoBytes(bytes, starts[place] ?? 0, ends[place] ?? 0);
  }
}

/** Undefined where it is no JSON: the general reader says what is wrong with the whole. */
function parsed(text: string): DomainEvent['data'] | undefined {
  try {
    return JSON.parse(text) as DomainEvent['data'];
  } catch {
    return undefined;
  }
}
