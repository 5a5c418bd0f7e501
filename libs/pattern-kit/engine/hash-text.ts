/** FNV-1a over a text, mixed once more so that the low bits depend on all of it. Nothing is stored by it: seeds may differ. */
export function hashText(seed: number, text: string): number {
  let hash = Math.imul(seed + 1, 0x9e3779b1);
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
