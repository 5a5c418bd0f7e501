import type { Provider } from '@nestjs/common';
import { AlertDetailRepository } from './alert-detail/alert-detail.repository';
import { AlertDetailResolver } from './alert-detail/alert-detail.resolver';
import { AlertRepository } from './alerts/alert.repository';
import { AlertStream } from './alerts/alert-stream';
import { AlertsResolver } from './alerts/alerts.resolver';
import { CasesResolver } from './cases/cases.resolver';
import { ActivityRepository } from './clinicians/activity.repository';
import { ClinicianRepository } from './clinicians/clinician.repository';
import { CliniciansResolver } from './clinicians/clinicians.resolver';
import { People } from './common/people';
import { Reading } from './common/reading';
import type { DashboardsDependencies } from './dashboards-dependencies';
import { DyadRepository } from './dyads/dyad.repository';
import { DyadsResolver } from './dyads/dyads.resolver';
import { FindingRepository } from './findings/finding.repository';
import { FindingFieldsResolver } from './findings/finding.resolver';
import { GiftRepository } from './gifts/gift.repository';
import { GiftsResolver } from './gifts/gifts.resolver';
import { OverviewRepository } from './overview/overview.repository';
import { OverviewResolver } from './overview/overview.resolver';
import { ProjectionWatch } from './overview/projection-watch';
import { PrescribingRepository } from './prescribing/prescribing.repository';
import { PrescribingResolver } from './prescribing/prescribing.resolver';
import { QUARANTINE } from './quarantine/quarantine.port';
import { QuarantineResolver } from './quarantine/quarantine.resolver';
import { DeadLetterRepository } from './sources/dead-letter.repository';
import { SourceRepository } from './sources/source.repository';
import { SourcesResolver } from './sources/sources.resolver';
import { ClinicianEvents } from './timeline/clinician-events';
import { Moments } from './timeline/moments';
import { TimelineRepository } from './timeline/timeline.repository';
import { DASHBOARD_FACTS } from './viewer/dashboard-facts';
import { ViewerResolver } from './viewer/viewer.resolver';

/** The repositories, made by hand because they know no framework, and the resolvers of all topics. */
export function topicProviders({
  store,
  clock,
  zone,
  people,
  quarantine,
  feed,
  progress,
  logger,
  demonstration,
}: DashboardsDependencies): readonly Provider[] {
  const reading = new Reading(store, clock, zone);
  const known = new People(reading, people);
  const moments = new Moments(reading);
  const events = new ClinicianEvents(reading);
  const alerts = new AlertRepository(reading, { people: known, moments, clock });
  const values: readonly object[] = [
    reading,
    known,
    alerts,
    new AlertStream(alerts, feed),
    new AlertDetailRepository(reading, known),
    new FindingRepository(reading),
    new ClinicianRepository(reading, events),
    new ActivityRepository(reading),
    new DyadRepository(reading, events),
    new TimelineRepository(reading, events),
    moments,
    new GiftRepository(reading),
    new PrescribingRepository(reading),
    new OverviewRepository(reading),
    new SourceRepository(reading, quarantine),
    new DeadLetterRepository(reading),
    new ProjectionWatch(progress, clock, logger),
  ];
  return [
    ...values.map((value) => ({ provide: value.constructor, useValue: value })),
    { provide: QUARANTINE, useValue: quarantine },
    { provide: DASHBOARD_FACTS, useValue: { demonstration } },
    ...resolvers,
  ];
}

const resolvers: readonly Provider[] = [
  ViewerResolver,
  OverviewResolver,
  AlertsResolver,
  AlertDetailResolver,
  FindingFieldsResolver,
  CliniciansResolver,
  DyadsResolver,
  GiftsResolver,
  PrescribingResolver,
  SourcesResolver,
  QuarantineResolver,
  CasesResolver,
];
