/** A system that sends events, as the institution configured it. */
export interface SourceSettings {
  /** The name under which its events stand in the log. */
  readonly name: string;
  /** IANA zone of its local times, used where a record names none. */
  readonly zone: string;
  /** Who issued its identifiers of people. Sources with the same authority mean the same people; `institution` unless told. */
  readonly authority?: string;
  /** Further channel codes of this source → channel codes of the vocabulary, such as `SMSWRIT: personal-text`. */
  readonly channels?: Readonly<Record<string, string>>;
}
