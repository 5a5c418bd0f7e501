import type { EventDefinition } from '@plumbline/events';
import type { Condition, OwnCondition } from './conditions';
import type { Domain, Route, Tier } from './finding';
import type { MeasureDeclaration } from './measures/declarations';
import type { SettingReference, Settings } from './settings';

/** For whom a pattern holds. A dyad is one clinician with one patient; `giver` is one clinician with one giver of gifts. */
export type Per = 'dyad' | 'clinician' | 'giver';

/** One kind of fact: which events, and what must be true of them. */
export interface FactDeclaration {
  /** Events whose newest version of a record counts. */
  readonly from: readonly EventDefinition[];
  /** Events that end a record of this kind, such as a gift's withdrawal. */
  readonly endedBy?: readonly EventDefinition[];
  /** All must be true, or the event is not of this kind at all. */
  readonly when: readonly Condition[];
  /** Each left out under its name when true, and shown as such in the finding: `{ reply: present('inResponseTo') }`. */
  readonly unless?: Readonly<Record<string, Condition>>;
  /** A giver that stands for nobody in particular: such records never add up with one another. */
  readonly standsAlone?: OwnCondition;
}

/** An event stream that the pattern cannot judge a subject without; its absence makes the subject undetermined, never clear. */
export interface StreamNeed {
  readonly from: readonly EventDefinition[];
  /** Whether one event for this clinician shows that the stream is connected, or one for anybody in the partition. */
  readonly seenFor: 'clinician' | 'anybody';
  readonly because: string;
}

/** Bands from the lowest to the highest; the highest that applies names the finding and its tier of response. */
export interface Band {
  readonly band: string;
  readonly tier: Tier;
  /** In the unit of the measure's intensity; a policy may set another number for the tier. Absent where a rule of the measure names the band. */
  readonly from?: number;
  /** What the placeholder {bandInWords} says. */
  readonly inWords?: string;
  readonly meaning: string;
}

/** Sentences made from the pattern's own text. A sentence with a placeholder that has no value is left out. */
export interface Words {
  /** A noun phrase in sentence case, such as `After-hours contact with one patient`. */
  readonly title: string;
  readonly reason: readonly string[];
  readonly counterfactual: readonly string[];
}

export interface PatternDeclaration {
  /** Stable for ever; it stands in findings, policies and addresses. */
  readonly id: string;
  /** Rows of the catalogue that this pattern answers. */
  readonly catalogue: readonly string[];
  readonly version: number;
  readonly question: string;
  readonly domain: Domain;
  readonly route: Route;
  readonly per: Per;
  /** A field that divides a subject further, such as the channel. */
  readonly by?: string;
  /** The window (t − within, t], in days of 24 hours. */
  readonly within: SettingReference;
  readonly facts: Readonly<Record<string, FactDeclaration>>;
  readonly needs?: readonly StreamNeed[];
  readonly measure: MeasureDeclaration;
  readonly bands: readonly Band[];
  readonly settings: Settings;
  readonly words: Words;
  /** What looks like it and is not, for the reviewer. */
  readonly falsePositives: readonly string[];
  /** Which of the source texts speaks of it. */
  readonly source: string;
  /** The decision flow that is shown with an alert: F1 to F4. */
  readonly playbook: string;
}
