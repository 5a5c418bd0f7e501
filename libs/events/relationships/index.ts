export { careStarted, type CareStarted } from './care-started.v1';
export { careEnded, type CareEnded } from './care-ended.v1';
export { careTransferred, type CareTransferred } from './care-transferred.v1';
export { dualRoleDeclared, type DualRoleDeclared } from './dual-role-declared.v1';
export { relationRegistered, type RelationRegistered } from './relation-registered.v1';
export { householdRecorded, type HouseholdRecorded } from './household-recorded.v1';
export { patientRegistered, type PatientRegistered } from './patient-registered.v1';
