import type { DepartmentRate } from '../schema.generated';

/** Fewer people than this could be recognised in a figure about them. */
export const FEWEST_CLINICIANS = 5;
/** A range over fewer departments would tell the others' figures. */
const FEWEST_DEPARTMENTS = 4;

export interface DepartmentCount {
  readonly department: string;
  readonly clinicians: number;
  readonly alerts: number;
  /** Within the viewer's scope. */
  readonly visible: boolean;
}

/** Rates of the departments that the viewer may see, beside the range of all departments that are large enough to hide a person. */
export function departmentRates(counts: readonly DepartmentCount[]): readonly DepartmentRate[] {
  const large = counts.filter(({ clinicians }) => clinicians >= FEWEST_CLINICIANS);
  const rates = large.map(per100).sort((left, right) => left - right);
  const known = rates.length >= FEWEST_DEPARTMENTS;
  const at = (share: number): number | null => (known ? (rates[Math.floor(share * (rates.length - 1))] ?? null) : null);
  return counts
    .filter(({ visible }) => visible)
    .map((count) => {
      const suppressed = count.clinicians < FEWEST_CLINICIANS;
      return {
        department: count.department,
        clinicians: suppressed ? null : count.clinicians,
        alerts: suppressed ? null : count.alerts,
        per100: suppressed ? null : per100(count),
        peersLow: at(0.25),
        peersHigh: at(0.75),
        suppressed,
      };
    });
}

const per100 = ({ alerts, clinicians }: DepartmentCount): number => Math.round((alerts / clinicians) * 10_000) / 100;
