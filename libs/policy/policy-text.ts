import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument, type Document, type ParsedNode } from 'yaml';
import type { Problem } from '@plumbline/kernel';
import { MAX_NESTING, nestsTooDeeply } from './nesting';

/** A step into a document: a field's name or a list's index. */
export type Path = readonly (string | number)[];

const MAX_BYTES = 1_000_000;

/** Why a text is not even parsed. */
function refusalOf(text: string): Problem | undefined {
  const remedy = 'Check that the right file was named; a policy is a few hundred lines.';
  if (Buffer.byteLength(text) > MAX_BYTES) {
    return { code: 'policy.too-large', reason: `The policy is larger than ${String(MAX_BYTES)} bytes.`, remedy };
  }
  if (nestsTooDeeply(text)) {
    return { code: 'policy.too-deep', reason: `The policy nests deeper than ${String(MAX_NESTING)} levels.`, remedy };
  }
  return undefined;
}

/** The text of a policy with the value in it, able to say on which line something stands. JSON is read too, being YAML. */
export class PolicyText {
  private readonly lines = new LineCounter();
  private readonly document: Document<ParsedNode, false>;
  readonly value: unknown;
  /** What keeps the text from being read at all. */
  readonly problems: readonly Problem[];

  constructor(text: string) {
    const refusal = refusalOf(text);
    if (refusal !== undefined) {
      this.document = parseDocument<ParsedNode, false>('', { lineCounter: this.lines });
      this.problems = [refusal];
      return;
    }
    this.document = parseDocument<ParsedNode, false>(text.replace(/^\uFEFF/, ''), { lineCounter: this.lines, prettyErrors: false });
    const unreadable = this.document.errors.map((error): Problem => ({
      code: 'policy.not-yaml',
      reason: `The text is no valid YAML: ${error.message.replace(/\.?$/, '.')}`,
      remedy: 'Mend the line; JSON is accepted too.',
      place: this.position(error.pos[0]),
    }));
    if (unreadable.length === 0) {
      try {
        this.value = this.document.toJS({ maxAliasCount: 100 });
      } catch (error) {
        unreadable.push({
          code: 'policy.not-yaml',
          reason: `The text cannot be unfolded: ${error instanceof Error ? error.message : 'unknown reason'}.`,
          remedy: 'Write repeated parts out instead of nesting aliases.',
        });
      }
    }
    this.problems = unreadable;
  }

  /** `line 12, column 5 (/institution/zone)`; for a path that is not there, where its nearest parent stands. */
  placeOf(path: Path): string {
    const pointer = `/${path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;
    const offset = this.offsetOf(path);
    return offset === undefined ? pointer : `${this.position(offset)} (${pointer})`;
  }

  private offsetOf(path: Path): number | undefined {
    for (let length = path.length; length > 0; length -= 1) {
      const parent: unknown = length === 1 ? this.document.contents : this.document.getIn(path.slice(0, length - 1), true);
      const last = path[length - 1];
      if (isMap(parent)) {
        const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(last));
        if (pair !== undefined && isNode(pair.key) && pair.key.range) return pair.key.range[0];
      }
      const node: unknown = this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return undefined;
  }

  private position(offset: number): string {
    const { line, col } = this.lines.linePos(offset);
    return `line ${String(line)}, column ${String(col)}`;
  }
}
