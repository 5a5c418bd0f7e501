import type { Projector } from '@plumbline/projecting';

/** How far the tables have been filled and what is new in them: told by the projector of this process, or read from the tables. */
export type ProjectionReader = Pick<Projector, 'waitForPosition' | 'subscribe' | 'positions' | 'behind'>;
