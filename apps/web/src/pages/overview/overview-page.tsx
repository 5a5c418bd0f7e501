import { Skeleton, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useAsOf } from '../../frame/as-of';
import { useEvery } from '../../frame/use-every';
import { OverviewDocument, type OverviewQuery } from '../../graphql/operations.generated';
import { useMay } from '../../session/session';
import { PageHead } from '../../parts/page-head';
import { problemWords } from '../../parts/problem-words';
import { Empty, Failed, Stale } from '../../parts/states';
import { AlertsByWeek, AlertsByWeekThen } from './alerts-by-week';
import { DepartmentRates } from './department-rates';
import { NeedsAPerson } from './needs-a-person';
import { NotEvaluable } from './not-evaluable';
import classes from './overview.module.css';
import { PatternFigures } from './pattern-figures';

const WEEKS = 26;
const MINUTE = 60_000;

export function OverviewPage() {
  if (useMay('READ_ALERTS')) return <WholeOverview />;
  return (
    <Empty page title="Your role runs the platform and reads no alerts" action={<Link to="/sources">Look at the sources</Link>}>
      Alerts are read by risk managers, medical directors and auditors.
    </Empty>
  );
}

function WholeOverview() {
  const [{ data, error }, again] = useQuery({ query: OverviewDocument, variables: { weeks: WEEKS } });
  const refresh = () => {
    again({ requestPolicy: 'network-only' });
  };
  useEvery(MINUTE, refresh);
  return (
    <>
      <PageHead title="Overview" />
      <Stack gap="md">
        {error === undefined ? null : data === undefined ? (
          <Failed what="The overview could not be loaded." why={problemWords(error)} retry={refresh} />
        ) : (
          <Stale>These figures could not be renewed. {problemWords(error)}</Stale>
        )}
        {data === undefined ? error === undefined ? <OverviewShape /> : null : <OverviewBody overview={data.overview} />}
      </Stack>
    </>
  );
}

function OverviewShape() {
  return (
    <Stack gap="md" role="status" aria-label="Loading the overview">
      <Skeleton height={132} />
      <div className={classes.columns}>
        <Skeleton height={360} />
        <Skeleton height={360} />
      </div>
      <Skeleton height={200} />
    </Stack>
  );
}

function OverviewBody({ overview }: { readonly overview: OverviewQuery['overview'] }) {
  const { asOf } = useAsOf();
  const shown = { weeks: overview.alertsByWeek, changes: overview.policyChanges };
  if (overview.freshness.eventsUntil === null) {
    return (
      <Empty title="No events have arrived yet" action={<Link to="/sources">Look at the sources</Link>}>
        Send events to the platform, or import files with <code>plumbline import</code>. Until then nothing can be said about anybody, and
        that is not the same as calm.
      </Empty>
    );
  }
  return (
    <>
      <NeedsAPerson needs={overview.needsAPerson} />
      <div className={classes.columns}>
        {asOf === undefined ? <AlertsByWeek {...shown} /> : <AlertsByWeekThen {...shown} asOf={asOf} />}
        <DepartmentRates departments={overview.departments} />
      </div>
      <NotEvaluable populations={overview.notEvaluable} silent={overview.freshness.silentSources} />
      <PatternFigures figures={overview.patternFigures} />
    </>
  );
}
