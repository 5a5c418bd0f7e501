import type { SubjectKind } from '@plumbline/kernel';
import type { ContextStore } from '../context/context-store';
import type { Mapping } from '../csv/mapping';
import type { RegisterStore } from '../csv/register-store';
import type { Adapted } from './draft';
import type { AcceptOptions } from './formats';
import type { Input } from './input';
import type { SourceSettings } from './sources';

/** What an adapter may ask while it reads. */
export interface Surroundings {
  readonly source: SourceSettings;
  readonly context: ContextStore;
  readonly registers: RegisterStore;
  readonly options: AcceptOptions;
  readonly mapping: Mapping | undefined;
  readonly pseudonymOf: (kind: SubjectKind, identifier: string) => string;
}

export interface Reading {
  /** What is read together. A group may be adapted record by record as it is taken, so that nothing of a record outlives its turn. */
  readonly groups: AsyncIterable<Iterable<Adapted>>;
  /** Called once everything read is durable. */
  readonly finish?: () => void;
}

/** Reads one format. Broken records are yielded as rejected; only an input that must be refused as a whole throws. */
export type Adapter = (input: Input, surroundings: Surroundings) => Reading;
