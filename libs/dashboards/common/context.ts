import { actingRole, permissionsOf, type AccessLog, type Permission, type ViewedRecord, type Viewer } from '@plumbline/access';
import { GraphQLError } from 'graphql';

/** What resolvers know of one request. */
export class RequestContext {
  readonly permissions: ReadonlySet<Permission>;
  private readonly recorded = new Map<string, Promise<void>>();
  private readonly shared = new Map<object, unknown>();

  constructor(
    readonly viewer: Viewer,
    private readonly accessLog: Pick<AccessLog, 'recordView'>,
  ) {
    this.permissions = new Set(permissionsOf(viewer));
  }

  /**
   * Writes down that the viewer is about to see a record; a resolver awaits it before it returns one. The same record within a
   * request is written once.
   */
  async recordView(permission: Permission, viewed: ViewedRecord): Promise<void> {
    const role = actingRole(this.viewer, permission);
    if (role === undefined) throw forbidden();
    const key = [viewed.what, viewed.clinician, viewed.patient, viewed.reference].join(' ');
    let writing = this.recorded.get(key);
    if (writing === undefined) {
      writing = this.accessLog.recordView(this.viewer, role, viewed);
      this.recorded.set(key, writing);
    }
    return writing;
  }

  /** One value per request and owner, such as a repository's loader. */
  once<Value>(owner: object, make: () => Value): Value {
    if (!this.shared.has(owner)) this.shared.set(owner, make());
    return this.shared.get(owner) as Value;
  }
}

export function forbidden(): GraphQLError {
  return new GraphQLError('Your role does not reach this.', { extensions: { code: 'FORBIDDEN', http: { status: 403 } } });
}
