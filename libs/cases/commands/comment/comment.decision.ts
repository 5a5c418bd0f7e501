import { success } from '@plumbline/kernel';
import type { Decision } from '../decision';

/** A comment may be added to any case, also to a closed one, and changes nothing else. */
export const comment: Decision<'comment'> = () => success({ kind: 'commented' });
