import { PageHead } from '../../parts/page-head';

export function PrescribingPage() {
  return <PageHead title="Prescribing" />;
}
