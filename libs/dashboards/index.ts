export { typeDefinitions } from './type-definitions.generated';
