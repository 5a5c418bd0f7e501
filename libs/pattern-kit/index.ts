export type { Comparison, Domain, Finding, FindingRevision, FindingSubject, Route, Tier, Undetermined } from './finding';
export type { DirectoryEntry, PeerBaseline, PolicyView, RosterState, SettingValue, Surroundings } from './surroundings';
