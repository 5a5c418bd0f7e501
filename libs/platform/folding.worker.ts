import { answerFolds } from '@plumbline/projecting';
import { createFolds } from './folding';

answerFolds(createFolds);
