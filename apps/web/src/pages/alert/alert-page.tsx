import { PageHead } from '../../parts/page-head';

export function AlertPage() {
  return <PageHead title="Alert" />;
}
