import { PageHead } from '../../parts/page-head';

export function DyadPage() {
  return <PageHead title="Dyad" />;
}
