import { PageHead } from '../../parts/page-head';

export function SourcesPage() {
  return <PageHead title="Sources" />;
}
