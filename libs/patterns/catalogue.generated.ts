// Made by tools from the folders beside this file; do not edit. Adding a pattern is adding a folder.
import { contactWithoutNote } from './contact-without-note/contact-without-note.pattern';
import { controlledOrderWithoutEvaluation } from './controlled-order-without-evaluation/controlled-order-without-evaluation.pattern';
import { fiveStageSlope } from './five-stage-slope/five-stage-slope.pattern';
import { giftAccumulation } from './gift-accumulation/gift-accumulation.pattern';
import { patientAdvanceSupport } from './patient-advance-support/patient-advance-support.pattern';
import { persistenceAfterRedirect } from './persistence-after-redirect/persistence-after-redirect.pattern';
import { prescribingForOwnCircle } from './prescribing-for-own-circle/prescribing-for-own-circle.pattern';
import { repeatedAfterHoursContact } from './repeated-after-hours-contact/repeated-after-hours-contact.pattern';
import { risingControlledRefills } from './rising-controlled-refills/rising-controlled-refills.pattern';
import { secondReplyOnUnapprovedChannel } from './second-reply-on-unapproved-channel/second-reply-on-unapproved-channel.pattern';
import { unapprovedChannelContact } from './unapproved-channel-contact/unapproved-channel-contact.pattern';
import type { PatternDeclaration } from '@plumbline/pattern-kit';

export const patterns: readonly PatternDeclaration[] = [
  contactWithoutNote,
  controlledOrderWithoutEvaluation,
  fiveStageSlope,
  giftAccumulation,
  patientAdvanceSupport,
  persistenceAfterRedirect,
  prescribingForOwnCircle,
  repeatedAfterHoursContact,
  risingControlledRefills,
  secondReplyOnUnapprovedChannel,
  unapprovedChannelContact,
];
