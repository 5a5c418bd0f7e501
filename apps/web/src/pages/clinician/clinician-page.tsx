import { Card, Group, Skeleton, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useAsOf } from '../../frame/as-of';
import { ClinicianProfileDocument, type ClinicianProfileQuery } from '../../graphql/operations.generated';
import { AlertList } from '../../parts/alert-list';
import { PageHead } from '../../parts/page-head';
import { problemWords } from '../../parts/problem-words';
import { PseudonymChip } from '../../parts/pseudonym-chip';
import { Section } from '../../parts/section';
import { Empty, Failed } from '../../parts/states';
import { Undetermined } from '../../parts/undetermined';
import { capitalised, wholeNumber } from '../../parts/words';
import { ActivityMultiples } from './activity-multiples';
import classes from './clinician.module.css';
import { DyadTable } from './dyad-table';

type Profile = Extract<ClinicianProfileQuery['clinician'], { readonly __typename: 'Clinician' }>;

export function ClinicianPage() {
  const { clinicianId } = useParams({ from: '/clinicians/$clinicianId' });
  const { asOf } = useAsOf();
  const [{ data, error }, again] = useQuery({ query: ClinicianProfileDocument, variables: { id: clinicianId, asOf } });
  if (data === undefined) {
    if (error === undefined) {
      return (
        <Stack gap="md" role="status" aria-label="Loading the clinician">
          <Skeleton height={96} />
          <Skeleton height={240} />
          <Skeleton height={240} />
        </Stack>
      );
    }
    return (
      <Failed
        what="The clinician could not be loaded."
        why={problemWords(error)}
        retry={() => {
          again({ requestPolicy: 'network-only' });
        }}
      />
    );
  }
  if (data.clinician.__typename === 'NotFound') {
    return (
      <Empty page title="There is no such clinician in your departments" action={<Link to="/clinicians">Go to the clinicians</Link>}>
        The pseudonym may be mistyped, or belong to a department that you do not see.
      </Empty>
    );
  }
  return <ProfileBody profile={data.clinician} />;
}

const exposureWords: readonly (readonly [key: keyof Profile['exposure'], words: string])[] = [
  ['patients', 'patients'],
  ['visits', 'visits'],
  ['messages', 'messages'],
  ['prescriptions', 'prescriptions'],
  ['shifts', 'shifts'],
  ['onCall', 'on-call times'],
];

/** A department that is called as its specialty is named once. */
function place({ specialty, department, site }: Profile): string {
  return [...new Set([capitalised(specialty), department, site])].join(', ');
}

function ProfileBody({ profile }: { readonly profile: Profile }) {
  const open = profile.review.nodes.filter((alert) => alert.state !== 'RESOLVED' && alert.state !== 'WITHDRAWN');
  const past = profile.review.nodes.filter((alert) => alert.state === 'RESOLVED' || alert.state === 'WITHDRAWN');
  return (
    <>
      <PageHead title={`Clinician ${profile.id}`}>
        {place(profile)} · times in {profile.zone}
        {profile.active ? '' : ' · has left'}
        {profile.supervisor === null ? null : (
          <Group gap={6} mt={4}>
            supervised by <PseudonymChip id={profile.supervisor} kind="clinician" bare />
          </Group>
        )}
      </PageHead>
      <Stack gap="md">
        <Card component="section" aria-label="Exposure over the last 90 days">
          <Group gap="lg" className="figures">
            {exposureWords.map(([key, words]) => (
              <Text key={key} size="sm" c="dimmed">
                <span className={classes.figure}>{wholeNumber(profile.exposure[key])}</span> {words}
              </Text>
            ))}
            <Text size="sm" c="dimmed" ml="auto">
              last 90 days
            </Text>
          </Group>
        </Card>
        <div className={classes.columns}>
          <Section title="Open cases">
            {open.length === 0 ? (
              <Text size="sm" c="dimmed">
                None.
              </Text>
            ) : (
              <AlertList alerts={open} />
            )}
          </Section>
          <Stack gap="md">
            <Section title="Past cases, with their outcomes">
              {past.length === 0 ? (
                <Text size="sm" c="dimmed">
                  None.
                </Text>
              ) : (
                <AlertList alerts={past} />
              )}
            </Section>
            <Section title="What is undetermined">
              <Undetermined patterns={profile.undetermined} />
            </Section>
          </Stack>
        </div>
        <ActivityMultiples activity={profile.activity} />
        <Section
          title="Dyads"
          aside={
            <Link to="/prescribing" search={{ clinician: profile.id }}>
              Prescribing
            </Link>
          }
        >
          <DyadTable clinician={profile.id} dyads={profile.dyads} />
        </Section>
        {profile.apart.nodes.length === 0 ? null : (
          <div className={classes.apart}>
            <Section title="Support and wellbeing">
              <Text size="sm" mb="sm">
                For the clinician, never about him or her. Nothing here counts against anybody.
              </Text>
              <AlertList alerts={profile.apart.nodes} />
            </Section>
          </div>
        )}
      </Stack>
    </>
  );
}
