import { deserialize, serialize } from 'node:v8';
import { sha256 } from '@plumbline/kernel';
import type { FolderState } from './partition-folder';

const HASH_BYTES = 32;

/** What a sealed state belongs to. One that was made under anything else is worth nothing. */
export interface SealedUnder {
  readonly foldVersion: string;
  readonly partition: number;
  readonly position: number;
}

interface Content extends SealedUnder {
  readonly node: string;
  readonly state: FolderState;
}

/** A partition's state at a position as bytes that can be kept: the SHA-256 of the rest comes first. Alone in its memory. */
export function seal(under: SealedUnder, state: FolderState): Uint8Array<ArrayBuffer> {
  const body = serialize({ ...under, node: process.version, state } satisfies Content);
  const sealed = new Uint8Array(HASH_BYTES + body.length);
  sealed.set(sha256(body));
  sealed.set(body, HASH_BYTES);
  return sealed;
}

/** Undefined where the bytes are damaged, or of other patterns, another place or another Node version. */
export function unseal(under: SealedUnder, sealed: Uint8Array): FolderState | undefined {
  const body = sealed.subarray(HASH_BYTES);
  if (!sha256(body).equals(sealed.subarray(0, HASH_BYTES))) return undefined;
  const { foldVersion, node, partition, position, state } = deserialize(body) as Content;
  const ours = foldVersion === under.foldVersion && node === process.version;
  return ours && partition === under.partition && position === under.position ? state : undefined;
}
