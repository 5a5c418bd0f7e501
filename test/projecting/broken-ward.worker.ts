import { answerFolds } from '@plumbline/projecting';
import { DEADLY, POISONOUS, wardFolds } from './hospital';

/** The ward's folds, which throw at one event and end their thread at another. */
answerFolds((partition, restored) => {
  const folds = wardFolds(partition, restored);
  const apply = folds.patterns.apply.bind(folds.patterns);
  folds.patterns.apply = (event, at) => {
    apply(event, at);
    if (event.id === POISONOUS) throw new RangeError('the fold is broken by Mrs Example');
    if (event.id === DEADLY) process.exit(1);
  };
  return folds;
});
