import { identifier, joinSql, renderSql, sql, table, typed } from './sql';
import type { ClickHouseType } from './values';

describe('the sql tag', () => {
  it('turns values into typed parameters and fragments into text', () => {
    const condition = sql`clinician = ${'K-1'} AND n > ${3}`;
    const rendered = renderSql(sql`SELECT * FROM ${table('events')} WHERE ${condition} AND urgent = ${true}`, 'plumbline');
    expect(rendered).toEqual({
      query: 'SELECT * FROM plumbline.events WHERE clinician = {p0:String} AND n > {p1:Int64} AND urgent = {p2:Bool}',
      params: { p0: 'K-1', p1: 3, p2: true },
    });
  });

  it('numbers the values of a fragment that is used twice apart', () => {
    const part = sql`x = ${'a'}`;
    expect(renderSql(joinSql([part, part], ' OR '), 'd').query).toBe('x = {p0:String} OR x = {p1:String}');
  });

  it('is no ordinary function for strings', () => {
    const call = sql as unknown as (strings: readonly string[]) => unknown;
    expect(() => call(['DROP TABLE events'])).toThrow(TypeError);
    expect(() => call(Object.assign(['DROP TABLE events'], { raw: ['x'] }))).toThrow(TypeError);
  });

  it.each(['events; DROP', 'Events', 'a.b', '', 'e`'])('takes %j for no identifier', (name) => {
    expect(() => table(name)).toThrow(RangeError);
    expect(() => identifier(name, ['started_at'])).toThrow(RangeError);
    expect(() => renderSql(sql`SELECT 1`, name)).toThrow(RangeError);
  });

  it('takes only known types and whole numbers', () => {
    expect(() => typed('String} OR 1 {x:String' as ClickHouseType, 'x')).toThrow(RangeError);
    expect(() => typed('Int64', 0.5)).toThrow(RangeError);
    expect(() => typed('Array(Int64)', [1, 2 ** 53])).toThrow(RangeError);
    expect(() => sql`${null as unknown as string}`).toThrow(TypeError);
  });
});
