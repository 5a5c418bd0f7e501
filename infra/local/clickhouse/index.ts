export { startClickHouseFront, type ClickHouseFront } from './start-front';
