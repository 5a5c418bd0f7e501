export { describeWith } from './describe-with';
export { simulateHospital, type HospitalPlan, type SimulatedHospital } from './hospital/simulate';
export type { PlantedCase } from './hospital/planted';
