export { clinicianListed, type ClinicianListed } from './clinician-listed.v1';
export { shiftRostered, type ShiftRostered } from './shift-rostered.v1';
export { onCallRostered, type OnCallRostered } from './on-call-rostered.v1';
