import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Link, retainSearchParams } from '@tanstack/react-router';
import { Shell } from './frame/shell';
import { readAlertSearch } from './pages/alerts/alert-search';
import { readClinicianSearch } from './pages/clinicians/clinician-search';
import { readDyadSearch } from './pages/dyad/dyad-search';
import { readGiftSearch } from './pages/gifts/gift-search';
import { readPrescribingSearch } from './pages/prescribing/prescribing-search';
import { readQuarantineSearch } from './pages/sources/quarantine-search';
import { Empty, Failed, Loading } from './parts/states';
import { instantOf } from './url/read-search';
import { parseSearch, stringifySearch } from './url/search-text';

const root = createRootRoute({
  component: Shell,
  // The moment whose knowledge is shown goes with the reader from page to page.
  validateSearch: (search: Readonly<Record<string, unknown>>): { readonly asOf?: string | undefined } => ({ asOf: instantOf(search.asOf) }),
  search: { middlewares: [retainSearchParams(['asOf'])] },
  notFoundComponent: () => (
    <Empty page title="There is no such page" action={<Link to="/">Go to the overview</Link>}>
      The address may have been shortened on its way here.
    </Empty>
  ),
});

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/overview/overview-page'), 'OverviewPage'),
});
const alerts = createRoute({
  getParentRoute: () => root,
  path: '/alerts',
  validateSearch: readAlertSearch,
  component: lazyRouteComponent(() => import('./pages/alerts/alerts-page'), 'AlertsPage'),
});
const alert = createRoute({
  getParentRoute: () => root,
  path: '/alerts/$alertId',
  component: lazyRouteComponent(() => import('./pages/alert/alert-page'), 'AlertPage'),
});
const clinicians = createRoute({
  getParentRoute: () => root,
  path: '/clinicians',
  validateSearch: readClinicianSearch,
  component: lazyRouteComponent(() => import('./pages/clinicians/clinicians-page'), 'CliniciansPage'),
});
const clinician = createRoute({
  getParentRoute: () => root,
  path: '/clinicians/$clinicianId',
  component: lazyRouteComponent(() => import('./pages/clinician/clinician-page'), 'ClinicianPage'),
});
const dyad = createRoute({
  getParentRoute: () => root,
  path: '/clinicians/$clinicianId/patients/$patientId',
  validateSearch: readDyadSearch,
  component: lazyRouteComponent(() => import('./pages/dyad/dyad-page'), 'DyadPage'),
});
const gifts = createRoute({
  getParentRoute: () => root,
  path: '/gifts',
  validateSearch: readGiftSearch,
  component: lazyRouteComponent(() => import('./pages/gifts/gifts-page'), 'GiftsPage'),
});
const prescribing = createRoute({
  getParentRoute: () => root,
  path: '/prescribing',
  validateSearch: readPrescribingSearch,
  component: lazyRouteComponent(() => import('./pages/prescribing/prescribing-page'), 'PrescribingPage'),
});
const sources = createRoute({
  getParentRoute: () => root,
  path: '/sources',
  validateSearch: readQuarantineSearch,
  component: lazyRouteComponent(() => import('./pages/sources/sources-page'), 'SourcesPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([overview, alerts, alert, clinicians, clinician, dyad, gifts, prescribing, sources]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  // Old content stays until the new is there; a page that takes longer shows the shape of what comes.
  defaultPendingMs: 300,
  defaultPendingComponent: () => <Loading />,
  defaultErrorComponent: ({ reset }) => <Failed what="This page could not be shown." retry={reset} />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
