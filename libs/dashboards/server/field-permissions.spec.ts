import { buildSchema, graphql } from 'graphql';
import { RequestContext } from '../common/context';
import type { Role } from '@plumbline/access';
import { typeDefinitions } from '../type-definitions.generated';
import { authoriseSchema, schemaFields } from './authorise-schema';
import { fieldPermissions } from './field-permissions';

const schema = buildSchema(typeDefinitions);
const contextOf = (...roles: readonly Role[]): RequestContext =>
  new RequestContext(
    { id: 'someone', name: 'Someone', roles, departments: 'all', session: 's', expiresAt: 0 },
    { recordView: () => Promise.resolve() },
  );

describe('Who may see which field', () => {
  it('is decided for each field of the schema, and for nothing else', () => {
    expect([...fieldPermissions.keys()].sort()).toEqual([...schemaFields(schema)].sort());
  });

  it('is "nobody" for a field that was forgotten', async () => {
    const extended = authoriseSchema(buildSchema(typeDefinitions.replace('type Viewer {', 'type Viewer { salary: Int ')));
    const answer = await graphql({
      schema: extended,
      source: '{ viewer { id salary } }',
      rootValue: { viewer: { id: 'someone', salary: 1 } },
      contextValue: contextOf('risk-manager', 'administrator'),
    });
    expect(answer.errors?.map((error) => error.extensions['code'])).toEqual(['FORBIDDEN']);
    expect(answer.data).toEqual({ viewer: { id: 'someone', salary: null } });
  });

  const permittedRoots = (role: Role): readonly string[] => {
    const { permissions } = contextOf(role);
    return [...fieldPermissions]
      .filter(([, permission]) => permission === 'anyone' || permissions.has(permission))
      .map(([field]) => field)
      .filter((field) => /^(Query|Mutation|Subscription)\./.test(field))
      .map((field) => field.split('.')[1] ?? '')
      .sort();
  };

  it('lets an auditor read and never act', () => {
    const fields = permittedRoots('auditor');
    expect(fields).toEqual(expect.arrayContaining(['alert', 'alerts', 'clinician', 'dyad', 'quarantine', 'sources']));
    for (const name of Object.keys(schema.getMutationType()!.getFields())) expect(fields).not.toContain(name);
    expect(fields).not.toContain('quarantinePreview');
  });

  it('keeps an administrator out of cases', () => {
    expect(permittedRoots('administrator')).toEqual([
      ...[
        'deadLetters',
        'overview',
        'patterns',
        'people',
        'quarantine',
        'quarantinePreview',
        'quarantinedRecord',
        'replayQuarantined',
        'sources',
        'viewer',
      ],
    ]);
  });

  it('keeps a medical director away from originals of other people', () => {
    expect(permittedRoots('medical-director')).not.toContain('quarantinedRecord');
  });
});
