import { PageHead } from '../../parts/page-head';

export function ClinicianPage() {
  return <PageHead title="Clinician" />;
}
