export { patterns } from './catalogue.generated';
