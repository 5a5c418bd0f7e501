import { Text } from '@mantine/core';
import type { StageFragment } from '../graphql/operations.generated';
import { Moment } from './moment';
import classes from './slope.module.css';

/** The five stages of the slope: a full dot where one was reached, with its date, and an empty one where not. */
export function Slope({ stages }: { readonly stages: readonly StageFragment[] }) {
  return (
    <ol className={classes.slope} aria-label="Stages of the slope">
      {stages.map((stage) => (
        <li key={stage.stage} className={classes.stage} data-reached={stage.reached}>
          <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden className={classes.dot}>
            <circle cx="9" cy="9" r="6.5" />
          </svg>
          <span>
            <Text size="sm" fw={stage.reached ? 600 : 400} component="span">
              {stage.stage}. {stage.name}
            </Text>
            <Text size="sm" c="dimmed" component="span">
              {stage.reached ? (
                <>
                  {' '}
                  · since {stage.since === null ? 'an unknown day' : <Moment at={stage.since} short />}
                  {stage.patterns.length === 0 ? '' : ` · ${stage.patterns.map((pattern) => pattern.title).join(', ')}`}
                </>
              ) : (
                ' · not seen'
              )}
            </Text>
          </span>
        </li>
      ))}
    </ol>
  );
}
