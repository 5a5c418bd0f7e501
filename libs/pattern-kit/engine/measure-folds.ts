import { absenceByDayEndFold } from '../measures/absence-by-day-end/fold';
import { countFold } from '../measures/count/fold';
import { missingCompanionFold } from '../measures/missing-companion/fold';
import { registryMatchFold } from '../measures/registry-match/fold';
import { sequenceFold } from '../measures/sequence/fold';
import { singleFactFold } from '../measures/single-fact/fold';
import { stageMachineFold } from '../measures/stage-machine/fold';
import { sumFold } from '../measures/sum/fold';
import { trendFold } from '../measures/trend/fold';
import { weightedCountFold } from '../measures/weighted-count/fold';
import type { MeasureFold, PatternModel } from './model';

/** The fold of a pattern's measure. */
export function compileMeasure(pattern: PatternModel): MeasureFold {
  const { measure } = pattern.declaration;
  switch (measure.measure) {
    case 'single-fact':
      return singleFactFold(pattern, measure);
    case 'count':
      return countFold(pattern, measure);
    case 'weighted-count':
      return weightedCountFold(pattern, measure);
    case 'sum':
      return sumFold(pattern, measure);
    case 'sequence':
      return sequenceFold(pattern, measure);
    case 'missing-companion':
      return missingCompanionFold(pattern, measure);
    case 'absence-by-day-end':
      return absenceByDayEndFold(pattern, measure);
    case 'trend':
      return trendFold(pattern, measure);
    case 'registry-match':
      return registryMatchFold(pattern, measure);
    case 'stage-machine':
      return stageMachineFold(pattern, measure);
  }
}
