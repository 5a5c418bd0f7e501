import { messageSent } from '@plumbline/events';
import type { PolicyDocument } from '../document';
import type { Fault } from './shape';

/** The channels that a message can have come by. */
export const channels = messageSent.fields.channel.schema['enum'] as readonly string[];

/** Every channel of the vocabulary has a rule, and no other has one: a channel without a rule would pass as approved or as harmless. */
export function checkChannels(document: PolicyDocument): readonly Fault[] {
  const unknown = Object.keys(document.channels)
    .filter((channel) => !channels.includes(channel))
    .map((channel): Fault => ({
      code: 'policy.unknown-channel',
      path: ['channels', channel],
      reason: `No message can come by the channel ${channel}.`,
      remedy: `Use one of ${channels.join(', ')}.`,
    }));
  const missing = channels
    .filter((channel) => !Object.hasOwn(document.channels, channel))
    .map((channel): Fault => ({
      code: 'policy.missing',
      path: ['channels'],
      reason: `The channel ${channel} has no rule.`,
      remedy: `Say whether ${channel} is approved and which weight it has.`,
    }));
  return [...unknown, ...missing];
}
