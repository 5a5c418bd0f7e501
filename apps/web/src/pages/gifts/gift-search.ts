import type { GiftFilter, GiftState } from '../../graphql/operations.generated';
import { giftStateWords } from '../../parts/words';
import { someOf, textOf, textsOf } from '../../url/read-search';

export interface GiftSearch {
  readonly clinician?: string | undefined;
  readonly donor?: string | undefined;
  readonly department?: readonly string[] | undefined;
  readonly state?: readonly GiftState[] | undefined;
}

export function readGiftSearch(search: Readonly<Record<string, unknown>>): GiftSearch {
  return {
    clinician: textOf(search.clinician),
    donor: textOf(search.donor),
    department: textsOf(search.department),
    state: someOf(giftStateWords, search.state),
  };
}

export function giftFilterOf({ clinician, donor, department, state }: GiftSearch): GiftFilter {
  return {
    ...(clinician === undefined ? {} : { clinician }),
    ...(donor === undefined ? {} : { donor }),
    ...(department === undefined ? {} : { departments: department }),
    ...(state === undefined ? {} : { states: state }),
  };
}
