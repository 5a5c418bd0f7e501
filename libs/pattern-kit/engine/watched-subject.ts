import type { FindingSubject } from '../finding';
import { PublishedFindings, type Said } from './publisher';
import type { Subject } from './subject';

/** A subject of which something was said, with what was said of it. */
export class WatchedSubject implements Said {
  constructor(
    readonly who: FindingSubject,
    readonly identity: string,
    readonly read: () => Subject,
    readonly over: () => number,
    readonly published = new PublishedFindings(),
  ) {}
}
