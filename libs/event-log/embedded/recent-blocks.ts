import type { Block } from './block';

/**
 * The newest blocks of every partition, so that a reader close behind the writers takes records from memory, unhashed and uncopied. What
 * does not fit any more is forgotten, the oldest first whatever its partition; the store has it.
 */
export class RecentBlocks {
  private readonly byPartition: Block[][];
  /** The partitions of the blocks held, in the order in which they came. */
  private order: number[] = [];
  private forgotten = 0;
  private bytes = 0;

  constructor(
    partitions: number,
    private readonly limit: number,
  ) {
    this.byPartition = Array.from({ length: partitions }, () => []);
  }

  add(partition: number, block: Block): void {
    this.byPartition[partition]?.push(block);
    this.order.push(partition);
    this.bytes += block.size;
    while (this.bytes > this.limit) this.forgetOldest();
  }

  /** The block that holds the position, or undefined where it is not held. */
  find(partition: number, position: number): Block | undefined {
    const blocks = this.byPartition[partition] ?? [];
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((blocks[middle]?.end ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    const found = blocks[low];
    return found !== undefined && position >= found.first ? found : undefined;
  }

  private forgetOldest(): void {
    const partition = this.order[this.forgotten] ?? 0;
    this.forgotten += 1;
    this.bytes -= this.byPartition[partition]?.shift()?.size ?? 0;
    if (this.forgotten < 1_024) return;
    this.order = this.order.slice(this.forgotten);
    this.forgotten = 0;
  }
}
