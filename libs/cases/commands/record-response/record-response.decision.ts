import { success } from '@plumbline/kernel';
import type { Decision } from '../decision';

/** The clinician's own account belongs on file whatever has become of the case. */
export const recordResponse: Decision<'record-response'> = () => success({ kind: 'response-recorded' });
