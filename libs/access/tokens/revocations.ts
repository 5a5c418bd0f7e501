import type { Clock } from '@plumbline/kernel';

type Listener = (session: string) => void;

/** Sessions that were ended before their time, kept until they would have ended by themselves. */
export class Revocations {
  private readonly until = new Map<string, number>();
  private readonly listeners = new Set<Listener>();

  constructor(private readonly clock: Clock) {}

  /** `expiresAt` in UTC milliseconds: from then on the token is refused without our help. */
  revoke(session: string, expiresAt: number): void {
    const now = this.clock.now();
    for (const [known, end] of this.until) if (end <= now) this.until.delete(known);
    this.until.set(session, expiresAt);
    for (const listener of this.listeners) listener(session);
  }

  has(session: string): boolean {
    return this.until.has(session);
  }

  /** Tells about each ended session, so that what is open under it can be closed. Returns how to stop listening. */
  onRevoked(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
