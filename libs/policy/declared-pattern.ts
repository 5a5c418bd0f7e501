import type { SettingValue, Tier } from '@plumbline/pattern-kit';

/** What a policy may set on a pattern, as the pattern declares it. */
export interface DeclaredSetting {
  /** Such as `days` or `messages`; a policy may write `30 days` instead of `30` and is then held to it. */
  readonly unit: string;
  readonly default: SettingValue;
  readonly least?: number;
  readonly most?: number;
  readonly oneOf?: readonly string[];
}

/** The part of a pattern's declaration that a policy is checked against; a `PatternDeclaration` of the pattern kit is one. */
export interface DeclaredPattern {
  readonly id: string;
  readonly settings: Readonly<Record<string, DeclaredSetting>>;
  /** From the lowest to the highest. Only a band that says from where it applies can be moved by a policy. */
  readonly bands: readonly { readonly tier: Tier; readonly from?: number }[];
  readonly playbook: string;
}
