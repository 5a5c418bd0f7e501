import { Parser } from 'yaml';

/** A policy is nine levels deep; a text far beyond that is an attack on the parser's stack, which no exception would survive. */
export const MAX_NESTING = 64;

interface Token {
  readonly items?: readonly { readonly key?: unknown; readonly value?: unknown }[];
  readonly value?: unknown;
}

/** Whether a YAML text nests too deeply. The tokens are made and walked without recursion, so any text can be asked about. */
export function nestsTooDeeply(text: string): boolean {
  const waiting: { readonly token: unknown; readonly depth: number }[] = [];
  for (const token of new Parser().parse(text)) {
    waiting.push({ token, depth: 0 });
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next.depth > MAX_NESTING) return true;
      if (next.token === null || typeof next.token !== 'object') continue;
      const { items = [], value } = next.token as Token;
      const depth = next.depth + 1;
      waiting.push({ token: value, depth });
      for (const item of items) waiting.push({ token: item.key, depth }, { token: item.value, depth });
    }
  }
  return false;
}
