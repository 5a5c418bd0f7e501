import type { Person } from '@plumbline/access';

/** The people who work with the platform, by id. */
export class People {
  private readonly byId: ReadonlyMap<string, Person>;

  constructor(readonly all: readonly Person[]) {
    this.byId = new Map(all.map(({ id, name, roles }) => [id, { id, name, roles }]));
  }

  /** Null for nobody; somebody who is no longer listed keeps the id as a name. */
  find(id: string): Person | null {
    if (id === '') return null;
    return this.byId.get(id) ?? { id, name: id, roles: [] };
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }
}
