import type { ProtectiveKind } from '../../graphql/operations.generated';
import { counted } from '../../parts/words';

const words: Readonly<Record<ProtectiveKind, readonly [one: string, many: string]>> = {
  REDIRECT: ['message that sends to an approved channel', 'messages that send to an approved channel'],
  GIFT_DECLINED: ['gift declined', 'gifts declined'],
  EXCEPTION_GRANTED: ['exception on record', 'exceptions on record'],
  DUAL_ROLE_DECLARED: ['dual role declared', 'dual roles declared'],
  CARE_TRANSFERRED: ['documented transfer of care', 'documented transfers of care'],
  RATIONALE_RECORDED: ['recorded rationale', 'recorded rationales'],
  NOTED_SAME_DAY: ['counted event has a note of the same day', 'counted events have a note of the same day'],
};

/** Such as `2 gifts declined`. */
export const protectiveWords = (kind: ProtectiveKind, events: number): string => counted(events, ...words[kind]);
