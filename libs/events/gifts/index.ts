export { giftOffered, type GiftOffered } from './offered.v1';
export { giftDeclared, type GiftDeclared } from './declared.v1';
export { giftCorrected, type GiftCorrected } from './corrected.v1';
export { giftWithdrawn, type GiftWithdrawn } from './withdrawn.v1';
