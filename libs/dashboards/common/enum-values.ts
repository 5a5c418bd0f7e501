import { buildSchema, isEnumType } from 'graphql';

/**
 * What each enum value is inside the platform: `GUIDED_PLAN` stands as `guided-plan` in the log and in the tables. Made from the
 * schema, so that no list has to follow it by hand.
 */
export function storedEnumValues(typeDefinitions: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const types = Object.values(buildSchema(typeDefinitions).getTypeMap());
  return Object.fromEntries(
    types
      .filter((type) => isEnumType(type))
      .filter((type) => !type.name.startsWith('__'))
      .map((type) => [type.name, Object.fromEntries(type.getValues().map(({ name }) => [name, storedName(name)]))]),
  );
}

const storedName = (name: string): string => name.toLowerCase().replaceAll('_', '-');
