import { defaultFieldResolver, isIntrospectionType, isObjectType, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql';
import { forbidden, type RequestContext } from '../common/context';
import { fieldPermissions } from './field-permissions';

/** Every field of the schema that a caller can name, as `Type.field`. */
export function schemaFields(schema: GraphQLSchema): readonly string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !isIntrospectionType(type))
    .flatMap((type) => (isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []));
}

/**
 * Puts the permission of the table in front of each field's resolver, on every transport. A field that the table does not know is
 * refused to everybody: forgetting one closes a door and opens none.
 */
export function authoriseSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) guard(field, `${type.name}.${field.name}`);
  }
  return schema;
}

type Field = Pick<GraphQLFieldConfig<unknown, RequestContext>, 'resolve' | 'subscribe'>;

function guard(field: Field, name: string): void {
  const permission = fieldPermissions.get(name);
  if (permission === 'anyone') return;
  const permitted = (context: RequestContext): boolean => permission !== undefined && context.permissions.has(permission);
  const { resolve = defaultFieldResolver, subscribe } = field;
  field.resolve = (parent, args, context, info) => {
    if (!permitted(context)) throw forbidden();
    return resolve(parent, args, context, info);
  };
  if (subscribe === undefined) return;
  field.subscribe = (parent, args, context, info) => {
    if (!permitted(context)) throw forbidden();
    return subscribe(parent, args, context, info);
  };
}
