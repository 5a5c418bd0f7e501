export { Program } from './program';
export { startLocalPlatform, type LocalPlatform } from './start-local-platform';
