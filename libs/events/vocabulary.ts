import type { EventDefinition } from './define';
import * as messaging from './messaging';
import * as prescribing from './prescribing';
import * as gifts from './gifts';
import * as incidents from './incidents';
import * as encounters from './encounters';
import * as relationships from './relationships';
import * as documentation from './documentation';
import * as exceptions from './exceptions';
import * as directory from './directory';
import * as baselines from './baselines';
import * as calendar from './calendar';
import * as policy from './policy';
import * as cases from './cases';
import * as alerting from './alerting';
import * as access from './access';

/** Every event type at every version that may stand in a log. The order is the order of the documents made from it. */
export const vocabulary: readonly EventDefinition[] = [
  ...Object.values(messaging),
  ...Object.values(prescribing),
  ...Object.values(gifts),
  ...Object.values(incidents),
  ...Object.values(encounters),
  ...Object.values(relationships),
  ...Object.values(documentation),
  ...Object.values(exceptions),
  ...Object.values(directory),
  ...Object.values(baselines),
  ...Object.values(calendar),
  ...Object.values(policy),
  ...Object.values(cases),
  ...Object.values(alerting),
  ...Object.values(access),
];
