import { specification } from '@plumbline/pattern-kit';
import { patientAdvanceSupport } from './patient-advance-support.pattern';

const { incident, judge } = specification;
const advance = (more: object = {}) => incident({ at: '2026-03-03 10:00', category: 'romantic-advance-by-patient', ...more });

describe('support after an advance by a patient', () => {
  it('opens a matter of support with one report, never one of conduct', () => {
    const { findings } = judge(patientAdvanceSupport, [advance()]);
    expect(findings).toMatchObject([{ route: 'support', tier: 'task', band: 'reported', playbook: 'F3' }]);
    expect(findings[0]!.reason).toContain('this says nothing about his or her conduct');
  });

  it('takes a report that names no patient', () => {
    const data = Object.fromEntries(Object.entries(advance().data).filter(([name]) => name !== 'patient'));
    const { findings } = judge(patientAdvanceSupport, [{ ...advance(), data }]);
    expect(findings).toMatchObject([{ subject: { clinician: specification.clinician('1') } }]);
    expect(findings[0]!.subject).not.toHaveProperty('patient');
  });

  it('passes over other incidents', () => {
    expect(judge(patientAdvanceSupport, [incident({ at: '2026-03-03 10:00' })]).findings).toEqual([]);
  });
});
