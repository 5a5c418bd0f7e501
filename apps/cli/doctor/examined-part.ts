/** One thing that was looked at. */
export interface ExaminedPart {
  readonly name: string;
  readonly ok: boolean;
  readonly says: string;
  readonly remedy?: string;
}
