import type { FactDeclaration, PatternDeclaration } from '../declaration';
import type { Comparison } from '../finding';
import type { StageFact } from '../measures/stage-machine/ascent';
import type { SettingsInForce } from '../settings';
import type { PolicyView } from '../surroundings';
import type { EngineContext } from './context';
import type { Labels } from './labels';

/** What a pattern takes from the policy in force at one instant; made once per policy version. */
export interface InForce {
  readonly view: PolicyView;
  readonly settings: SettingsInForce;
  /** Length of the window, milliseconds. */
  readonly within: number;
  /** From which intensity each band applies, in thousandths; NaN where a rule names the band. */
  readonly bandsFrom: readonly number[];
}

/** A run of facts over which a rule held; positions in the subject's facts. */
export interface Episode {
  readonly kind: number;
  readonly start: number;
  last: number;
  /** Where the window of the first fact began. */
  readonly head: number;
  /** The fact with the highest band and, within it, the highest value. */
  peak: number;
  rank: number;
  value: number;
  /** The last position when it was last said, or -1. */
  saidTo: number;
}

/** What lies in a window up to one fact. */
export interface WindowContents {
  /** The first position in the window. */
  readonly head: number;
  /** How many counting facts of a kind. */
  number(kind: number): number;
  readonly weight: number;
  readonly part: number;
}

/** The facts of one pattern for one subject, sorted, with the judgement at each; see `Subject`. */
export interface SubjectFacts {
  readonly pattern: PatternModel;
  /** The clinician's number. */
  readonly clinician: number;
  readonly length: number;
  readonly episodes: readonly Episode[];
  readonly superseded: readonly number[];
  /** How many facts at the head are kept whatever their age, where others of their age are forgotten. */
  readonly anchors: number;
  readonly stageFacts: ReadonlyMap<string, StageFact>;
  /** The first fact of a kind that speaks for facts before it, or -1. */
  readonly ahead: number;
  set waitsForDay(waits: boolean);
  row(position: number): number;
  kind(position: number): number;
  /** 0 no fact, 1 counts, from 2 on the label under which it was left out. */
  verdict(position: number): number;
  /** Index of the band where the rule holds; see `NOT_HOLDING` and `undeterminedRank`. */
  rank(position: number): number;
  setRank(position: number, rank: number): void;
  weight(position: number): number;
  part(position: number): number;
  /** For a measure that weighs its facts, before it moves the window. */
  weigh(position: number, weight: number, part: number): void;
  time(position: number): number;
  counts(position: number): boolean;
  window(which: number, at: number, within: number): WindowContents;
  /** The last counting fact of a kind before a position and after an instant, or -1. */
  lastOf(kind: number, before: number, opens: number): number;
  hold(at: number, rank: number, value: number, head: number, within: number, before?: number): void;
}

/** A pattern as its measure sees it. */
export interface PatternModel {
  readonly declaration: PatternDeclaration;
  readonly context: EngineContext;
  readonly labels: Labels;
  readonly measure: MeasureFold;
  /** Names of the facts in the order of their kinds. */
  readonly factNames: readonly string[];
  readonly usesRoster: boolean;
  /** The longest time over which a fact can matter to another under any policy that is known; undefined where none is. */
  reach(): number | undefined;
  fact(kind: number): FactDeclaration;
  kindOf(name: string): number;
  bandIndex(name: string): number;
  bandFor(inForce: InForce, intensityMilli: number): number;
  inForce(instant: number): InForce | null | undefined;
  missingNeed(subject: SubjectFacts): number | undefined;
  /** Bit n is set where the row may be a fact of kind n. */
  kindsOf(row: number): number;
  standsAlone(row: number): boolean;
  /** Whether a row is of a kind that speaks for facts before it. */
  looksAhead(row: number): boolean;
  classify(kind: number, row: number, clinician: number): number;
  judge(subject: SubjectFacts, at: number): void;
}

/** What a measure can say of an episode in words and numbers. */
export interface Figures {
  /** Values of the placeholders in the pattern's sentences; a sentence that asks for an absent one is left out. */
  readonly values: Readonly<Record<string, string | number | undefined>>;
  readonly comparisons: readonly Comparison[];
  readonly caveats?: readonly string[];
}

/** One measure, compiled for one pattern. */
export interface MeasureFold {
  /** Whether the measure weighs its facts. */
  readonly weighs: boolean;
  /** Whether facts of this kind are judged; others are only looked at. */
  judges(kind: number): boolean;
  /** Whether a fact of this kind speaks for facts before it. Only the first of such facts may change a judgement. */
  looksAhead(kind: number): boolean;
  /** Judges one counting fact, knowing the facts before it; ends with `subject.hold` where the rule holds. */
  judge(subject: SubjectFacts, at: number, inForce: InForce): void;
  /** For measures that are driven by closed days instead of facts: judges everything anew from a position on. */
  readonly judgeWhole?: (subject: SubjectFacts, from: number) => void;
  /** How long before a fact others matter to its judgement; the window's length unless the measure says otherwise. */
  readonly reach?: (inForce: InForce) => number;
  /** Whether facts of a kind hold whenever they happened: they stand behind all others, none comes too late, and none is forgotten. */
  readonly isTimeless?: (kind: number) => boolean;
  /** The first counting fact of a subject is asked for, whatever its age. */
  readonly asksForFirst?: boolean;
  /** Kinds of fact that are evidence of an episode. */
  isEvidence(kind: number, episode: Episode): boolean;
  /** When the rule began to hold at a position; the fact's time unless the measure says otherwise. */
  readonly instantOf?: (subject: SubjectFacts, position: number) => number;
  figures(subject: SubjectFacts, episode: Episode, inForce: InForce): Figures;
  /**
   * Whether a reason for which facts of a subject could not be judged has passed with time, so that it is no longer said of the subject; absent
   * where none does.
   */
  readonly hasPassed?: (subject: SubjectFacts, because: string) => boolean;
  /** For measures whose findings do not rest on the subject's own facts alone. */
  readonly crossings?: (subject: SubjectFacts) => readonly Crossing[];
}

/** A finding before it has words: what the rule found for one subject. */
export interface Crossing {
  /** The kind of fact that was judged, where a measure has rules for several: two rules may begin to hold at the same moment. */
  readonly fact?: string;
  readonly startedAt: number;
  readonly lastAt: number;
  readonly knownAt: number;
  /** Index of the band. */
  readonly band: number;
  /** The policy in force at the start. */
  readonly inForce: InForce;
  readonly evidence: readonly string[];
  readonly leftOut: Readonly<Record<string, number>>;
  readonly caveats: readonly string[];
  readonly comparisons: readonly Comparison[];
  readonly values: Readonly<Record<string, string | number | undefined>>;
  /** The patient of the evidence, where every fact that names one names the same. */
  readonly patient?: string;
}

/** The rule does not hold at this fact. Smaller numbers: it cannot be told, and `-2 - rank` is the code of the reason. */
export const NOT_HOLDING = -1;
export const undeterminedRank = (code: number): number => -2 - code;
export const codeOfRank = (rank: number): number => -2 - rank;
