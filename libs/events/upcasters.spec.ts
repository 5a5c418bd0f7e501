import { code, defineEvent, optional } from './define';
import { createUpcasting } from './upcasters';

const versions = [1, 2, 3].map((version) =>
  defineEvent('gifts.declared', version, 'A gift was entered into a register.', { kind: optional(code()) }),
);
const steps = [
  { type: 'gifts.declared', from: 1, upcast: (data: Readonly<Record<string, unknown>>) => ({ ...data, kind: data['sort'] }) },
  {
    type: 'gifts.declared',
    from: 2,
    upcast: (data: Readonly<Record<string, unknown>>) => ({ ...data, kind: String(data['kind']).toLowerCase() }),
  },
];

describe('upcasting', () => {
  it('raises the oldest data through every version', () => {
    expect(createUpcasting(versions, steps).upcast('gifts.declared', 1, { sort: 'CASH' })).toMatchObject({ kind: 'cash' });
  });

  it('leaves the newest as it is', () => {
    const data = { kind: 'CASH' };
    expect(createUpcasting(versions, steps).upcast('gifts.declared', 3, data)).toBe(data);
  });

  it('refuses to start where a version cannot be reached', () => {
    expect(() => createUpcasting(versions, steps.slice(1))).toThrow('no upcaster from gifts.declared version 1');
  });

  it('does not know a type that was never declared', () => {
    expect(createUpcasting(versions, steps).newestVersion('gifts.stolen')).toBeUndefined();
  });
});
