import { PageHead } from '../../parts/page-head';

export function GiftsPage() {
  return <PageHead title="Gifts" />;
}
