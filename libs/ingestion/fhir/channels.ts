import type { JsonObject } from '../core/parse-json';
import type { SourceSettings } from '../core/sources';
import { codingsOf } from './reader';

export const CHANNEL_SYSTEM = 'urn:plumbline:channel';
const PARTICIPATION_MODE = 'http://terminology.hl7.org/CodeSystem/v3-ParticipationMode';

/**
 * HL7 v3 ParticipationMode → channel. The code system does not say whether a text message or a call went through the clinic's
 * line or a private one. A call and an e-mail that stand in the clinic's system are the clinic's; SMSWRIT is left open, because
 * clinics send reminders by text too, unless the source's settings say what it means there. WRITTEN and ELECTRONIC say too little.
 */
const BY_MODE: Readonly<Record<string, string>> = {
  PHONE: 'clinic-phone',
  VIDEOCONF: 'video-visit',
  EMAILWRIT: 'clinic-email',
  MAILWRIT: 'letter',
  TYPEWRIT: 'letter',
};

export function channelOf(media: readonly JsonObject[], source: SourceSettings): string {
  for (const { system, code } of media.flatMap(codingsOf)) {
    if (code === undefined) continue;
    if (system === CHANNEL_SYSTEM) return code;
    const configured = source.channels?.[code];
    if (configured !== undefined) return configured;
    if (system === PARTICIPATION_MODE && code in BY_MODE) return BY_MODE[code] ?? 'unknown';
  }
  return 'unknown';
}
