export { projections } from './catalogue';
export type { DeadLetter, LoggedEvent, LoggedRevision, LoggedUndetermined, Place, Projection, RowOrigin, Sources } from './projection';
