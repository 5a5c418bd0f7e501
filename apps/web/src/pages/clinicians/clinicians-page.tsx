import { PageHead } from '../../parts/page-head';

export function CliniciansPage() {
  return <PageHead title="Clinicians" />;
}
