/** What the dashboard says of the platform that it belongs to. */
export interface DashboardFacts {
  /** The sign-in is the local demonstration. */
  readonly demonstration: boolean;
}

export const DASHBOARD_FACTS = Symbol('dashboard facts');
