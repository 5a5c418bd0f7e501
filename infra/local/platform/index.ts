export { Program } from './program';
export { startLocalPlatform } from './start-local-platform';
