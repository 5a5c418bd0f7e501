import { definePlainProjection } from '../projection';

/** Events that could not be folded; they count as folded to nothing until a release mends it. */
export const deadLettersProjection = definePlainProjection({
  table: 'dead_letters',
  version: 1,
  source: 'deadLetters',
  columns: ['type', 'source', 'code', 'reason', 'partition', 'position'],
});
