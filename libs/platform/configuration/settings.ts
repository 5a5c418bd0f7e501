import { choiceSetting, optionalTextSetting, textSetting, wholeSetting, type Setting } from '@plumbline/runtime';
import { join } from 'node:path';
import { projectRoot } from '../project-root';

/** Settings that more than one program has. */
export const logLevelSetting = choiceSetting('PLUMBLINE_LOG_LEVEL', ['warn', 'info', 'debug'], {
  describes: 'how much is logged',
  fallback: 'warn',
});

export const partitionsSetting = wholeSetting('PLUMBLINE_PARTITIONS', {
  describes: 'partitions of a new log; an existing one keeps its own, and in Kafka has to have as many',
  fallback: 4,
  minimum: 1,
  maximum: 32,
});

/** Undefined: one fewer than there are cores. */
export const foldThreadsSetting: Setting<number | undefined> = {
  ...wholeSetting('PLUMBLINE_FOLD_THREADS', {
    describes: 'threads that fold the log; unless given one fewer than there are cores, and with 0 folding shares a thread with all else',
    minimum: 0,
    maximum: 32,
  }),
  fallback: () => undefined,
};

export const policySetting = optionalTextSetting(
  'PLUMBLINE_POLICY',
  'a policy file to activate at the start; without it the shipped default is in force',
);

/** What ingestion reads besides the records: who sends them, and how tables become events. */
export const intakeSettings = {
  mappings: optionalTextSetting('PLUMBLINE_MAPPINGS', 'a directory of mapping files besides those in examples/mappings'),
  sources: optionalTextSetting('PLUMBLINE_SOURCES', 'a YAML file that names the sources, their zones and their tokens'),
};

export const directorySetting = (describes: string): Setting<string> =>
  textSetting('PLUMBLINE_DATA_DIR', { describes, fallback: join(projectRoot, '.data') });

export const portSetting = (describes: string, fallback: number): Setting<number> =>
  wholeSetting('PLUMBLINE_PORT', { describes, fallback, minimum: 1, maximum: 65_535 });
