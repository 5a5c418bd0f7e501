import { Checkbox, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AlertRowFragment } from '../../graphql/operations.generated';
import { Moment } from '../../parts/moment';
import { PseudonymChip } from '../../parts/pseudonym-chip';
import { urgencyOf } from '../../parts/urgency';
import { UrgencyMark } from '../../parts/urgency-mark';
import { counted, outcomeWords, routeWords, stateWords, tierWords } from '../../parts/words';
import classes from './alerts.module.css';

interface AlertRowProps {
  readonly alert: AlertRowFragment;
  readonly index: number;
  readonly current: boolean;
  /** Whether it is chosen for a bulk action; undefined where the viewer may not act. */
  readonly selected: boolean | undefined;
  readonly onSelect: (selected: boolean) => void;
  readonly onCurrent: () => void;
}

/** What the second line under the urgency says: the state where the mark speaks of time, the outcome where it is done. */
function stateLine(alert: AlertRowFragment): string | undefined {
  if (alert.pendingOutcome !== null) return 'Waits for a second person';
  if (alert.overdue) return stateWords[alert.state];
  if (alert.outcome !== null) return outcomeWords[alert.outcome];
  return alert.state === 'ACKNOWLEDGED' || alert.state === 'IN_WORK' ? stateWords[alert.state] : undefined;
}

/** One alert in a line; on a phone the same cells stand as a card. */
export function AlertRow({ alert, index, current, selected, onSelect, onCurrent }: AlertRowProps) {
  const state = stateLine(alert);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes.row}
      data-current={current}
      data-selected={selected === true}
      onFocus={onCurrent}
    >
      <div role="cell" className={classes.select}>
        {selected === undefined ? null : (
          // The label is as large as a finger; the box in it is not.
          <label className={classes.touch}>
            <Checkbox
              checked={selected}
              aria-label={`Select ${alert.pattern.title}, ${alert.clinician.id}`}
              onChange={(event) => {
                onSelect(event.currentTarget.checked);
              }}
            />
          </label>
        )}
      </div>
      <div role="cell" className={classes.urgency}>
        <UrgencyMark urgency={urgencyOf(alert)} />
        {state === undefined ? null : (
          <Text size="xs" c="dimmed" pl={20}>
            {state}
          </Text>
        )}
      </div>
      <div role="cell" className={classes.what}>
        <Link to="/alerts/$alertId" params={{ alertId: alert.id }} className={classes.title ?? ''} data-alert-link={index}>
          {alert.pattern.title}
        </Link>
        <span className={classes.who}>
          <PseudonymChip id={alert.clinician.id} kind="clinician" bare />
          {alert.patient === null ? null : <PseudonymChip id={alert.patient} kind="patient" bare />}
          {alert.donor === null || alert.patient !== null ? null : <PseudonymChip id={alert.donor} kind="donor" bare />}
        </span>
      </div>
      <div role="cell" className={classes.department}>
        <Text size="sm" truncate>
          {alert.department}
        </Text>
      </div>
      <div role="cell" className={classes.since}>
        <span className={classes.phoneLabel}>since </span>
        <Moment at={alert.startedAt.at} zone={alert.startedAt.zone} precision={alert.startedAt.precision} short />
      </div>
      <div role="cell" className={classes.last}>
        <Moment at={alert.lastAt.at} zone={alert.lastAt.zone} precision={alert.lastAt.precision} short />
      </div>
      <div role="cell" className={classes.evidence} title={counted(alert.evidenceCount, 'event')}>
        {alert.evidenceCount}
        <span className={classes.phoneLabel}> {alert.evidenceCount === 1 ? 'event' : 'events'}</span>
      </div>
      <div role="cell" className={classes.tier}>
        <Text size="sm" truncate>
          {alert.route === 'REVIEW' ? tierWords[alert.tier] : routeWords[alert.route]}
        </Text>
      </div>
      <div role="cell" className={classes.assignee}>
        <Text size="sm" truncate c={alert.assignee === null ? 'dimmed' : undefined}>
          {alert.assignee?.name ?? 'Unassigned'}
        </Text>
      </div>
    </div>
  );
}
