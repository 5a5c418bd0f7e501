export { describeWith } from './describe-with';
export { sourceOf } from './hospital/chart';
export { simulateHospital, type HospitalPlan, type SimulatedHospital } from './hospital/simulate';
export type { PlantedCase } from './hospital/planted';
