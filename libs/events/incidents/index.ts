export { incidentReported, type IncidentReported } from './reported.v1';
export { incidentAmended, type IncidentAmended } from './amended.v1';
export { incidentClosed, type IncidentClosed } from './closed.v1';
export { incidentFindingRecorded, type IncidentFindingRecorded } from './finding-recorded.v1';
