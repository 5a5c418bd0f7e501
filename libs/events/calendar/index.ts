export { dayClosed, type DayClosed } from './day-closed.v1';
