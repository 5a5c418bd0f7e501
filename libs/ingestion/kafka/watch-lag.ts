import { isFatal } from './failure';
import type { SourceTopicListeners } from './listeners';
import type { Positions } from './positions';

const INTERVAL = 10_000;

/**
 * Tells every few seconds how far each topic is behind, so that a source whose topic pauses is seen although nothing flows.
 * `onFatal` hears of what no further attempt mends.
 */
export function watchLag(
  positions: Pick<Positions, 'lag'>,
  sourceByTopic: ReadonlyMap<string, string>,
  listeners: SourceTopicListeners,
  onFatal: (error: unknown) => void,
): { readonly stop: () => void } {
  let looking = false;
  const look = async (): Promise<void> => {
    // A broker that does not answer is asked once, not once more every few seconds.
    if (looking) return;
    looking = true;
    try {
      for (const [topic, source] of sourceByTopic) {
        try {
          listeners.onLag?.(source, await positions.lag(topic));
        } catch (error) {
          if (isFatal(error)) onFatal(error);
          else listeners.onTrouble?.(error, source);
        }
      }
    } finally {
      looking = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), INTERVAL);
  return {
    stop: () => {
      clearInterval(timer);
    },
  };
}
