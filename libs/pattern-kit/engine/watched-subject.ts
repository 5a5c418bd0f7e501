import type { FindingSubject } from '../finding';
import { PublishedFindings, type Said } from './publisher';
import type { Subject } from './subject';

/** A subject of which something was said, with what was said of it. */
export class WatchedSubject implements Said {
  readonly published = new PublishedFindings();

  constructor(
    readonly who: FindingSubject,
    readonly identity: string,
    readonly read: () => Subject,
  ) {}
}
