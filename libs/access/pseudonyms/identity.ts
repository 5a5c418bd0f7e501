import type { SubjectKind } from '@plumbline/kernel';

/** Who stands behind a pseudonym, as the source named him. */
export interface Identity {
  readonly kind: SubjectKind;
  readonly authority: string;
  readonly identifier: string;
}

export interface NamedIdentity extends Identity {
  readonly pseudonym: string;
}

/** What the thread that writes identities is started with. */
export interface VaultWriterData {
  readonly directory: string;
  readonly institutionKey: Uint8Array;
}
