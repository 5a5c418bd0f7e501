import { Link } from '@tanstack/react-router';
import { viewWords, type AlertSearch, type AlertView } from './alert-search';
import classes from './alerts.module.css';

const views: readonly AlertView[] = ['open', 'mine', 'unassigned', 'worse', 'everything', 'support'];

/** Saved views. Each is a link, so that it can be opened beside another or sent to a colleague. */
export function ViewTabs({ search }: { readonly search: AlertSearch }) {
  const current = search.view ?? 'open';
  return (
    <nav aria-label="Saved views" className={classes.views}>
      {views.map((view) => (
        <Link
          key={view}
          to="/alerts"
          search={{ view: view === 'open' ? undefined : view, stack: search.stack }}
          className={classes.view ?? ''}
          data-here={view === current}
          data-apart={view === 'support'}
          aria-current={view === current ? 'page' : undefined}
        >
          {viewWords[view]}
        </Link>
      ))}
    </nav>
  );
}
