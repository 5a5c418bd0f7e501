export { peerBaselineComputed, type PeerBaselineComputed } from './peer-baseline-computed.v1';
