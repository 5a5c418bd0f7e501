export { encounterScheduled, type EncounterScheduled } from './scheduled.v1';
export { encounterCompleted, type EncounterCompleted } from './completed.v1';
export { encounterRescheduled, type EncounterRescheduled } from './rescheduled.v1';
