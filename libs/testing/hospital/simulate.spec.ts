import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulateHospital, type HospitalPlan } from './simulate';

const plan: HospitalPlan = { seed: 7, clinicians: 12, days: 190, until: '2026-10-31', patientsEach: 6 };

describe('the simulated hospital', () => {
  const out = mkdtempSync(join(tmpdir(), 'plumbline-hospital-'));
  afterAll(() => {
    rmSync(out, { recursive: true });
  });

  it('writes the same bytes for the same seed and others for another', () => {
    const first = simulateHospital(plan, join(out, 'a'));
    const second = simulateHospital(plan, join(out, 'b'));
    const other = simulateHospital({ ...plan, seed: 8 }, join(out, 'c'));
    const bytes = (hospital: typeof first): string =>
      hospital.files.map((file) => readFileSync(join(hospital.directory, file), 'utf8')).join('\n');
    expect(bytes(first)).toBe(bytes(second));
    expect(bytes(first)).not.toBe(bytes(other));
  });

  it('plants each of the eleven patterns and keeps the truth out of what is imported', () => {
    const hospital = simulateHospital(plan, join(out, 'd'));
    expect(new Set(hospital.truth.map((planted) => planted.pattern)).size).toBe(11);
    expect(hospital.files.some((file) => file.includes('truth'))).toBe(false);
  });

  it('holds nothing that would happen after the last day', () => {
    const hospital = simulateHospital(plan, join(out, 'e'));
    const later = hospital.files.filter((file) => /^20/.test(file) && file.slice(0, 7) > plan.until.slice(0, 7));
    expect(later).toEqual([]);
  });
});
