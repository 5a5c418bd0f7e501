import { defineProjection } from '../projection';
import { rowOfFields } from '../row';

/** Events that could not be folded; they count as folded to nothing until a release mends it. */
export const deadLettersProjection = defineProjection({ table: 'dead_letters', version: 1, source: 'deadLetters', row: rowOfFields });
