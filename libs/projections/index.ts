export { projections } from './catalogue';
export type { LoggedEvent, LoggedRevision, LoggedUndetermined, Place, Projection, RowOrigin, Sources } from './projection';
