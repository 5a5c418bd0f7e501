import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useQuery } from 'urql';
import { useAsOf } from '../../frame/as-of';
import { AlertPageDocument, AlertShapeDocument, type AlertSortField } from '../../graphql/operations.generated';
import { PageHead } from '../../parts/page-head';
import { counted } from '../../parts/words';
import { useConnection } from '../../parts/use-connection';
import { useClock } from '../../session/clock';
import { AlertHistogram } from './alert-histogram';
import { AlertInbox } from './alert-inbox';
import { conditionsOf, filterOf, sortOf, withoutConditions, type AlertSearch } from './alert-search';
import classes from './alerts.module.css';
import { FilterBar } from './filter-bar';
import { useLiveAlerts } from './use-live-alerts';
import { ViewTabs } from './view-tabs';

const WEEKS = 26;

export function AlertsPage() {
  const search = useSearch({ from: '/alerts' });
  const navigate = useNavigate({ from: '/alerts' });
  const { asOf } = useAsOf();
  const { now } = useClock();
  const apart = search.view === 'support';
  const filter = filterOf(search);
  const stackBy = search.stack ?? 'PATTERN';
  const rows = useConnection(AlertPageDocument, { filter, sort: sortOf(search), asOf }, (data) => data.alerts);
  const [shape, askShape] = useQuery({ query: AlertShapeDocument, variables: { filter, stackBy, weeks: WEEKS, asOf } });
  const live = useLiveAlerts(filter, rows.nodes, asOf !== undefined, rows.patch);

  const change = useCallback(
    (next: Partial<AlertSearch>) => {
      void navigate({ search: (previous) => ({ ...previous, ...next }), replace: true, resetScroll: false });
    },
    [navigate],
  );
  const refresh = useCallback(() => {
    live.clear();
    rows.refresh();
    askShape({ requestPolicy: 'network-only' });
  }, [live, rows, askShape]);
  const sortBy = (field: AlertSortField) => {
    const again = (search.sort ?? 'URGENCY') === field;
    change({ sort: field === 'URGENCY' ? undefined : field, ascending: again && search.ascending !== true ? true : undefined });
  };
  return (
    <div data-apart={apart} className={classes.page}>
      <PageHead
        title={apart ? 'Support and wellbeing' : 'Alerts'}
        actions={
          live.waiting === 0 ? null : (
            <Button variant="light" leftSection={<IconRefresh size={18} aria-hidden />} onClick={refresh}>
              {counted(live.waiting, apart ? 'new request' : 'new alert')} · Show
            </Button>
          )
        }
      >
        {apart
          ? 'For clinicians who need help or protection. Nothing here counts against anybody, and none of it is part of a picture of risk.'
          : 'Crossings to review, never verdicts.'}
      </PageHead>
      <ViewTabs search={search} />
      <FilterBar
        search={search}
        facets={shape.data?.alertFacets}
        onChange={change}
        onClear={() => {
          void navigate({ search: withoutConditions(search) });
        }}
      />
      <AlertHistogram
        bars={shape.data?.alertHistogram ?? []}
        stackBy={stackBy}
        weeks={WEEKS}
        until={asOf === undefined ? now() : Date.parse(asOf)}
        onStackBy={(stack) => {
          change({ stack: stack === 'PATTERN' ? undefined : stack });
        }}
      />
      <AlertInbox
        rows={rows}
        apart={apart}
        frozen={asOf !== undefined}
        filtered={conditionsOf(search) > 0}
        sort={{ field: search.sort ?? 'URGENCY', ascending: search.ascending === true }}
        onSort={sortBy}
        onChanged={() => {
          askShape({ requestPolicy: 'network-only' });
        }}
      />
    </div>
  );
}
