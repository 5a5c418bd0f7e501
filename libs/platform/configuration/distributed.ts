import { accessSettings } from '@plumbline/access';
import { alertingSettings } from '@plumbline/alerting';
import type { Problem } from '@plumbline/kernel';
import { addressSetting, optionalTextSetting, secretSetting, type ConfigurationOf } from '@plumbline/runtime';
import { outsideSettings } from './outside';
import { directorySetting, foldThreadsSetting, intakeSettings, logLevelSetting, policySetting, portSetting } from './settings';

const { mode, listenHost, behindTls } = accessSettings;

/** What every distributed process has. */
const commonSettings = { ...outsideSettings, mode, listenHost, logLevel: logLevelSetting };

/** By it `ingest` knows `api`: whoever has it may look at originals in quarantine. */
const serviceToken = secretSetting('PLUMBLINE_SERVICE_TOKEN', {
  describes: 'what api shows to ingest when people work on quarantine; the same in both',
  minimumLength: 32,
});

/** Takes records in and owns what that needs: quarantine, identities, the index of what was seen. There is one of it. */
export const ingestSettings = {
  ...commonSettings,
  ...intakeSettings,
  behindTls,
  serviceToken,
  port: portSetting('the port that sources send to', 4748),
  directory: directorySetting('the directory of quarantine, identities and keys'),
  policy: policySetting,
} as const;

/** Folds partitions of the log and writes the tables. Any number of it share the partitions. */
export const projectorSettings = {
  ...commonSettings,
  port: portSetting('the port of health and metrics', 4749),
  foldThreads: foldThreadsSetting,
  snapshots: optionalTextSetting(
    'PLUMBLINE_SNAPSHOT_DIR',
    'a directory of saved folds, which several projectors may share; without one the log is folded anew when partitions move',
  ),
} as const;

/** Serves people: dashboard, GraphQL, sign-in, commands on cases. */
export const apiSettings = {
  ...commonSettings,
  ...accessSettings,
  serviceToken,
  port: portSetting('the port of the dashboard and GraphQL', 4747),
  ingestUrl: addressSetting('PLUMBLINE_INGEST_URL', 'the address of ingest, which keeps the quarantine'),
} as const;

/** Tells people of alerts. Of several one does, and the others stand by. */
export const alertsSettings = {
  ...commonSettings,
  ...alertingSettings,
  port: portSetting('the port of health and metrics', 4750),
} as const;

export type IngestConfiguration = ConfigurationOf<typeof ingestSettings>;
export type ProjectorConfiguration = ConfigurationOf<typeof projectorSettings>;
export type ApiConfiguration = ConfigurationOf<typeof apiSettings>;
export type AlertsConfiguration = ConfigurationOf<typeof alertsSettings>;

export function needsServiceToken({ serviceToken: token }: { readonly serviceToken: string | undefined }): readonly Problem[] {
  if (token !== undefined) return [];
  return [
    {
      code: 'configuration.missing',
      place: 'PLUMBLINE_SERVICE_TOKEN',
      reason: 'PLUMBLINE_SERVICE_TOKEN is not set: api shows it to ingest.',
      remedy: 'Set the same random text for both, such as from "openssl rand -base64 32".',
    },
  ];
}

export function needsIngest({ ingestUrl }: ApiConfiguration): readonly Problem[] {
  if (ingestUrl !== undefined) return [];
  return [
    {
      code: 'configuration.missing',
      place: 'PLUMBLINE_INGEST_URL',
      reason: 'PLUMBLINE_INGEST_URL is not set: the address of ingest, which keeps the quarantine.',
      remedy: 'Set PLUMBLINE_INGEST_URL in the environment.',
    },
  ];
}

/** Tokens of sources and records of people come through this door. */
export function doorRules({ mode: chosen, behindTls: tls, listenHost: host, privateNetwork }: IngestConfiguration): readonly Problem[] {
  const here = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host);
  if (here || tls || (chosen === 'demonstration' && privateNetwork)) return [];
  return [
    {
      code: 'configuration.no-tls',
      place: 'PLUMBLINE_HOST',
      reason: 'Sources would send records about people without TLS.',
      remedy: 'Put a proxy that ends TLS in front and set PLUMBLINE_BEHIND_TLS=1, or leave PLUMBLINE_HOST out.',
    },
  ];
}
