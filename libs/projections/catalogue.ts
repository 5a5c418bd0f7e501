import { alertStatesProjection } from './alert-states/alert-states.projection';
import { baselinesProjection } from './baselines/baselines.projection';
import { caseHistoryProjection } from './case-history/case-history.projection';
import { cliniciansProjection } from './clinicians/clinicians.projection';
import { closedDaysProjection } from './closed-days/closed-days.projection';
import { deadLettersProjection } from './dead-letters/dead-letters.projection';
import { deliveriesProjection } from './deliveries/deliveries.projection';
import { eventsProjection } from './events/events.projection';
import { findingRevisionsProjection } from './finding-revisions/finding-revisions.projection';
import { giftsProjection } from './gifts/gifts.projection';
import { policiesProjection } from './policies/policies.projection';
import { prescribingProjection } from './prescribing/prescribing.projection';
import type { Projection } from './projection';
import { rostersProjection } from './rosters/rosters.projection';
import { undeterminedProjection } from './undetermined/undetermined.projection';

/** Every table that is filled from the log, in the order in which a batch is written: what people wait for comes first, the bulk last. */
export const projections: readonly Projection[] = [
  alertStatesProjection,
  caseHistoryProjection,
  findingRevisionsProjection,
  undeterminedProjection,
  deadLettersProjection,
  deliveriesProjection,
  cliniciansProjection,
  rostersProjection,
  baselinesProjection,
  policiesProjection,
  closedDaysProjection,
  giftsProjection,
  prescribingProjection,
  eventsProjection,
];
