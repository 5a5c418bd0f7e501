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

  it('has slips where it is asked for them, and otherwise the same records', () => {
    const clean = simulateHospital(plan, join(out, 'f'));
    const slipped = simulateHospital({ ...plan, slips: true }, join(out, 'g'));
    const linesOf = ({ directory, files }: typeof clean): readonly string[] =>
      files.flatMap((file) => readFileSync(join(directory, file), 'utf8').trimEnd().split('\n'));
    const known = new Set(linesOf(clean));
    expect(linesOf(slipped).filter((line) => !known.has(line))).toHaveLength(5);
    expect(slipped.records).toBe(clean.records + 5);
  });

  it('holds nothing that would happen after the last day', () => {
    const hospital = simulateHospital(plan, join(out, 'e'));
    const monthly = hospital.files.filter((file) => !file.startsWith('gift-register/')).map((file) => file.split('/')[1] ?? '');
    expect(monthly.filter((month) => month > '2026-10')).toEqual([]);
  });
});
