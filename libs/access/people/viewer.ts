/** What a person may be here. Source systems have a role of their own and see nothing. */
export const ROLES = ['risk-manager', 'medical-director', 'auditor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Whose records a person may see: every department's, or those of the departments named. An empty list sees nothing. */
export type DepartmentScope = 'all' | readonly string[];

/** A person whose token was verified. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly departments: DepartmentScope;
  /** Names the session, so that it can be ended before its time. */
  readonly session: string;
  /** UTC milliseconds; after it the token counts for nothing. */
  readonly expiresAt: number;
}

/** A person to whom work can be given. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** A person with the departments whose cases can be given to her. */
export interface Colleague extends Person {
  readonly departments: DepartmentScope;
}

const PERMISSIONS = {
  'read-alerts': ['risk-manager', 'medical-director', 'auditor'],
  'work-cases': ['risk-manager', 'medical-director'],
  'read-sources': ['risk-manager', 'medical-director', 'auditor', 'administrator'],
  'read-quarantine': ['risk-manager', 'auditor', 'administrator'],
  // Originals hold what a source calls people, and mending changes what is known: an auditor does neither.
  'replay-quarantine': ['risk-manager', 'administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof PERMISSIONS;

/** An administrator runs the platform and has no business in a case; an auditor reads and never acts. */
export function isPermitted(viewer: Pick<Viewer, 'roles'>, permission: Permission): boolean {
  return viewer.roles.some((role) => (PERMISSIONS[permission] as readonly Role[]).includes(role));
}

export function permissionsOf(viewer: Pick<Viewer, 'roles'>): readonly Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => isPermitted(viewer, permission));
}

/** In which role a person does what a permission allows: the first of the roles that allows it. */
export function actingRole(viewer: Pick<Viewer, 'roles'>, permission: Permission): Role | undefined {
  return viewer.roles.find((role) => (PERMISSIONS[permission] as readonly Role[]).includes(role));
}
