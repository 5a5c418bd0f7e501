import { giftCorrected, giftDeclared, giftOffered, giftWithdrawn, type GiftDeclared } from '@plumbline/events';
import { defineProjection } from '../projection';
import { EXCERPT_COLUMNS, excerptOf } from '../row';

/** Entries of gift registers in all their versions, with what the register's page shows of them. */
export const giftsProjection = defineProjection({
  table: 'gifts',
  version: 1,
  source: 'events',
  types: [giftOffered.type, giftDeclared.type, giftCorrected.type, giftWithdrawn.type],
  columns: [
    'patient',
    'donor',
    'donor_kind',
    'kind',
    'acceptance',
    'minor',
    'currency',
    'value_as_printed',
    'declared_on',
    'time_precision',
    'time_zone',
    ...EXCERPT_COLUMNS,
  ],
  values(logged) {
    const { occurred, data } = logged.event;
    // An entry that was only offered, or taken back, says less.
    const gift = data as Partial<GiftDeclared>;
    return {
      patient: gift.patient,
      donor: gift.donor,
      donor_kind: gift.donorKind,
      kind: gift.kind,
      acceptance: gift.acceptance,
      minor: gift.value?.minor ?? 0,
      currency: gift.value?.currency,
      value_as_printed: gift.valueAsPrinted,
      declared_on: gift.declaredOn,
      time_precision: occurred.precision,
      time_zone: occurred.zone,
      ...excerptOf(logged),
    };
  },
});
