export { messageSent, type MessageSent } from './message-sent.v1';
export { socialConnectionMade, type SocialConnectionMade } from './social-connection-made.v1';
