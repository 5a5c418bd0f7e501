import { vocabulary } from '@plumbline/events';
import type { PatternDeclaration } from '../declaration';
import type { MeasureDeclaration } from '../measures/declarations';
import { Recent, type Interner } from './interner';

/** Which fields of a type are kept, and in which slot of a row. */
export interface FieldPlan {
  readonly name: string;
  readonly slot: number;
  /** Money takes two slots: minor units and currency. Where only its presence is asked for, the text is not kept. */
  readonly kind: 'value' | 'presence' | 'money';
  /** The values that were seen last: most fields have few. */
  readonly recent: Recent;
}

/** What is kept of each event type: the fields that some pattern asks for, each in a slot. */
export interface Plan {
  readonly fields: ReadonlyMap<string, readonly FieldPlan[]>;
  readonly slot: (type: string, field: string) => number;
  readonly slotOfChannel: (type: number) => number | undefined;
}

/** Fields that a measure reads beside those of the conditions. */
function measured(measure: MeasureDeclaration): readonly string[] {
  if (measure.measure === 'sum') return [measure.field, ...fieldOf(measure.anyOf.when)];
  if (measure.measure === 'weighted-count') return [measure.channel];
  return measure.measure === 'registry-match' ? [measure.relation, ...fieldOf(measure.bands.when)] : [];
}

const fieldOf = (condition: object): readonly string[] =>
  'field' in condition && typeof condition.field === 'string' ? [condition.field] : [];

export function planFields(patterns: readonly PatternDeclaration[], types: Interner, texts: Interner): Plan {
  const wanted = new Map<string, Set<string>>();
  /** Fields whose value is asked for, and not only whether they are there. */
  const valued = new Set<string>();
  for (const pattern of patterns) {
    for (const fact of Object.values(pattern.facts)) {
      const conditions = [...fact.when, ...Object.values(fact.unless ?? {}), ...(fact.standsAlone === undefined ? [] : [fact.standsAlone])];
      const values = [
        ...conditions.filter(({ test }) => test !== 'field-presence').flatMap(fieldOf),
        ...measured(pattern.measure),
        ...(pattern.by === undefined ? [] : [pattern.by]),
      ];
      for (const { type, fields: declared } of fact.from) {
        const fields = wanted.get(type) ?? new Set<string>();
        wanted.set(type, fields);
        for (const name of [...conditions.flatMap(fieldOf), ...values]) if (name in declared) fields.add(name);
        for (const name of values) valued.add(`${type} ${name}`);
      }
    }
  }
  const fields = new Map<string, FieldPlan[]>();
  for (const [type, names] of wanted) {
    let slot = 0;
    const plan = [...names].sort().map((name) => {
      const asked = name === 'channel' || valued.has(`${type} ${name}`);
      const kind = isMoney(type, name) ? 'money' : asked ? 'value' : 'presence';
      const field: FieldPlan = { name, slot, kind, recent: new Recent(texts) };
      slot += kind === 'money' ? 2 : 1;
      return field;
    });
    fields.set(type, plan);
  }
  const channels = new Map<number, number>();
  for (const [type, plan] of fields) {
    const channel = plan.find(({ name }) => name === 'channel');
    if (channel !== undefined) channels.set(types.number(type), channel.slot);
  }
  return {
    fields,
    slot: (type, field) => {
      const found = fields.get(type)?.find(({ name }) => name === field);
      if (found === undefined) throw new RangeError(`${field} of ${type} is not kept`);
      return found.slot;
    },
    slotOfChannel: (type) => channels.get(type),
  };
}

function isMoney(type: string, name: string): boolean {
  const schema = vocabulary.find((definition) => definition.type === type)?.fields[name]?.schema;
  return typeof schema?.['properties'] === 'object' && schema['properties'] !== null && 'minor' in schema['properties'];
}
