import { answerFolds } from '@plumbline/projecting';
import { wardFolds } from './hospital';

answerFolds(wardFolds);
