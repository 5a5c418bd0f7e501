import { MINUTE } from '@plumbline/kernel';
import type { PolicyDocument } from '@plumbline/policy';
import { togetherKey, type Notification } from '../notification';

/** A person reads ten messages one by one, and more of them not at all. */
const DEFAULT_RULE = { moreThan: 10, withinMinutes: 10 } as const;

/** What is due to one address at the same time. */
export type Together<Due extends { readonly notification: Notification }> = readonly [Due, ...Due[]];

/** Remembers how many messages an address got a short while ago. A restart forgets it, and at most repeats the allowance. */
export class StormWatch {
  private readonly sent = new Map<string, number[]>();

  /** Those of what is due that go together: where one by one an address would get more than the policy allows. */
  storms<Due extends { readonly notification: Notification }>(
    due: readonly Due[],
    { routing }: Pick<PolicyDocument, 'routing'>,
    now: number,
  ): readonly Together<Due>[] {
    const { moreThan, withinMinutes } = routing.digest ?? DEFAULT_RULE;
    const groups = new Map<string, [Due, ...Due[]]>();
    for (const each of due) {
      const key = togetherKey(each.notification);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [each]);
      else group.push(each);
    }
    return [...groups].flatMap(([key, group]) => {
      const recent = (this.sent.get(key) ?? []).filter((at) => at > now - withinMinutes * MINUTE);
      if (recent.length === 0) this.sent.delete(key);
      else this.sent.set(key, recent);
      return group.length > 1 && recent.length + group.length > moreThan ? [group] : [];
    });
  }

  /** One message went to the address, whatever it held. */
  note(notification: Notification, at: number): void {
    const key = togetherKey(notification);
    const sent = this.sent.get(key);
    if (sent === undefined) this.sent.set(key, [at]);
    else sent.push(at);
  }
}
