import { PageHead } from '../../parts/page-head';

export function AlertsPage() {
  return <PageHead title="Alerts" />;
}
