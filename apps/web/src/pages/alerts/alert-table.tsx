import { Checkbox } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AlertRowFragment, AlertSortField } from '../../graphql/operations.generated';
import { useClock } from '../../session/clock';
import { AlertRow } from './alert-row';
import classes from './alerts.module.css';

const ROW = 64;
const CARD = 196;
/** The frame's head, under which rows disappear. */
const HEAD = 64;
/** How many rows before the end the next ones are asked for. */
const AHEAD = 20;

export interface AlertTableProps {
  readonly alerts: readonly AlertRowFragment[];
  readonly total: number;
  readonly apart: boolean;
  readonly mayAct: boolean;
  readonly selection: ReadonlySet<string>;
  readonly onSelection: (selection: ReadonlySet<string>) => void;
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  readonly sort: { readonly field: AlertSortField; readonly ascending: boolean };
  readonly onSort: (field: AlertSortField) => void;
  readonly onNearEnd: () => void;
}

const columns: readonly { readonly key: string; readonly label: string; readonly field?: AlertSortField; readonly zoned?: boolean }[] = [
  { key: 'urgency', label: 'Urgency', field: 'URGENCY' },
  { key: 'what', label: 'What, and about whom', field: 'PATTERN' },
  { key: 'department', label: 'Department', field: 'DEPARTMENT' },
  { key: 'since', label: 'Since', field: 'STARTED_AT', zoned: true },
  { key: 'last', label: 'Last', field: 'LAST_AT', zoned: true },
  { key: 'evidence', label: 'Events', field: 'EVIDENCE_COUNT' },
  { key: 'tier', label: 'Tier', field: 'TIER' },
  { key: 'assignee', label: 'Assigned to' },
];

/** The inbox itself. Only the rows in sight exist, so that five thousand scroll like fifty; assistive technology is told how many there are. */
export function AlertTable(props: AlertTableProps) {
  const { alerts, total, mayAct, selection, onSelection, current, onCurrent, onNearEnd, apart } = props;
  const small = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const place = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const top = place.current?.getBoundingClientRect().top ?? 0;
    setMargin(top + window.scrollY);
  }, [alerts.length]);
  const virtual = useWindowVirtualizer({
    count: alerts.length,
    estimateSize: () => (small ? CARD : ROW),
    overscan: 8,
    scrollMargin: margin,
    scrollPaddingStart: HEAD + 48,
    scrollPaddingEnd: 80,
  });
  useEffect(() => {
    virtual.measure();
  }, [virtual, small]);
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lastShown >= alerts.length - AHEAD) onNearEnd();
  }, [lastShown, alerts.length, onNearEnd]);
  const shownCurrent = useRef(current);
  useEffect(() => {
    if (shownCurrent.current === current || current < 0) return;
    shownCurrent.current = current;
    virtual.scrollToIndex(current, { align: 'auto' });
    // The row may only come into being by the scrolling; its link takes the focus in the next frame.
    const frame = requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`[data-alert-link="${current}"]`)?.focus({ preventScroll: true });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [current, virtual]);
  const select = (id: string, selected: boolean) => {
    const next = new Set(selection);
    if (selected) next.add(id);
    else next.delete(id);
    onSelection(next);
  };
  return (
    <div
      role="table"
      aria-label={apart ? 'Requests for support' : 'Alerts'}
      aria-rowcount={total + 1}
      className={classes.table}
      data-apart={apart}
    >
      <Head {...props} />
      <div role="rowgroup" ref={place} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const alert = alerts[item.index];
          return alert === undefined ? null : (
            <div
              role="presentation"
              key={alert.id}
              className={classes.place}
              style={{ height: item.size, transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}
            >
              <AlertRow
                alert={alert}
                index={item.index}
                current={item.index === current}
                selected={mayAct ? selection.has(alert.id) : undefined}
                onSelect={(selected) => {
                  select(alert.id, selected);
                }}
                onCurrent={() => {
                  shownCurrent.current = item.index;
                  onCurrent(item.index);
                }}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Head({ alerts, apart, mayAct, selection, onSelection, sort, onSort }: AlertTableProps) {
  const { zone } = useClock();
  const all = alerts.length > 0 && alerts.every((alert) => selection.has(alert.id));
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        <div role="columnheader" className={classes.select}>
          {mayAct ? (
            <Checkbox
              checked={all}
              indeterminate={!all && selection.size > 0}
              aria-label="Select all loaded rows"
              onChange={() => {
                onSelection(all ? new Set() : new Set(alerts.map((alert) => alert.id)));
              }}
            />
          ) : (
            <span className="visually-hidden">Selection</span>
          )}
        </div>
        {columns.map(({ key, label, field, zoned }) => {
          const sorted = field !== undefined && field === sort.field;
          const words = key === 'tier' && apart ? 'Kind' : label;
          return (
            <div
              key={key}
              role="columnheader"
              className={classes[key] ?? ''}
              aria-sort={sorted ? (sort.ascending ? 'ascending' : 'descending') : undefined}
              title={zoned === true ? `In the zone of the source, here ${zone}` : undefined}
            >
              {field === undefined ? (
                words
              ) : (
                <button
                  type="button"
                  className={classes.sort}
                  onClick={() => {
                    onSort(field);
                  }}
                >
                  {words}
                  {sorted ? sort.ascending ? <IconArrowUp size={14} aria-hidden /> : <IconArrowDown size={14} aria-hidden /> : null}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
