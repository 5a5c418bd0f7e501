export { prescriptionOrdered, type PrescriptionOrdered } from './ordered.v1';
export { prescriptionDispensed, type PrescriptionDispensed } from './dispensed.v1';
