import { ProblemError } from '@plumbline/kernel';
import { readConfiguration } from './read-configuration';
import {
  addressSetting,
  choiceSetting,
  flagSetting,
  listSetting,
  optionalTextSetting,
  secretSetting,
  textSetting,
  wholeSetting,
} from './setting';

const settings = {
  port: wholeSetting('PLUMBLINE_PORT', { describes: 'the port of the dashboard', fallback: 4600, minimum: 1, maximum: 65_535 }),
  directory: textSetting('PLUMBLINE_DATA_DIR', { describes: 'where everything is kept' }),
  demonstration: flagSetting('PLUMBLINE_DEMO', { describes: 'the simulated hospital', fallback: true }),
  level: choiceSetting('PLUMBLINE_LOG_LEVEL', ['info', 'debug'], { describes: 'how much is logged', fallback: 'info' }),
  issuer: addressSetting('PLUMBLINE_ISSUER', 'the identity provider'),
  secret: secretSetting('PLUMBLINE_SECRET', { describes: 'signs sessions', minimumLength: 32 }),
  departments: listSetting('PLUMBLINE_DEPARTMENTS', { describes: 'departments', fallback: [] }),
  note: optionalTextSetting('PLUMBLINE_NOTE', 'anything'),
};

const problemsOf = (environment: Record<string, string>, rules = {}): readonly string[] => {
  try {
    readConfiguration(environment, settings, { prefix: 'PLUMBLINE_', ...rules });
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems.map((problem) => `${problem.code} ${problem.place ?? ''} ${problem.remedy}`);
    throw error;
  }
};

describe('A configuration', () => {
  it('is typed and takes what is not given from the fallbacks', () => {
    const configuration = readConfiguration(
      { PLUMBLINE_DATA_DIR: '/data', PLUMBLINE_PORT: '8080', PLUMBLINE_DEPARTMENTS: 'a, b,' },
      settings,
    );
    expect(configuration).toEqual({
      port: 8080,
      directory: '/data',
      demonstration: true,
      level: 'info',
      issuer: undefined,
      secret: undefined,
      departments: ['a', 'b'],
      note: undefined,
    });
  });

  it('reports every problem at once, each with its remedy', () => {
    const problems = problemsOf({
      PLUMBLINE_PORT: '70000',
      PLUMBLINE_DEMO: 'perhaps',
      PLUMBLINE_LOG_LEVEL: 'loud',
      PLUMBLINE_ISSUER: 'ftp://somewhere',
      PLUMBLINE_SECRET: 'short',
    });
    expect(problems.map((problem) => problem.split(' ').slice(0, 2).join(' '))).toEqual([
      'configuration.invalid PLUMBLINE_PORT',
      'configuration.missing PLUMBLINE_DATA_DIR',
      'configuration.invalid PLUMBLINE_DEMO',
      'configuration.invalid PLUMBLINE_LOG_LEVEL',
      'configuration.invalid PLUMBLINE_ISSUER',
      'configuration.invalid PLUMBLINE_SECRET',
    ]);
  });

  it('names the setting that a misspelt one was meant to be', () => {
    expect(problemsOf({ PLUMBLINE_DATA_DIR: '/data', PLUMBLINE_PROT: '1' })).toEqual([
      'configuration.unknown PLUMBLINE_PROT Did you mean PLUMBLINE_PORT?',
    ]);
  });

  it('never repeats the value of a secret', () => {
    expect(problemsOf({ PLUMBLINE_DATA_DIR: '/data', PLUMBLINE_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
  });

  it('asks rules over several settings once all could be read', () => {
    const rules = {
      rules: [
        (read: { demonstration: boolean; issuer: URL | undefined }) =>
          !read.demonstration && read.issuer === undefined
            ? [{ code: 'configuration.no-issuer' as const, reason: 'No issuer.', remedy: 'Set PLUMBLINE_ISSUER.' }]
            : [],
      ],
    };
    expect(problemsOf({ PLUMBLINE_DATA_DIR: '/data', PLUMBLINE_DEMO: '0' }, rules)).toEqual([
      'configuration.no-issuer  Set PLUMBLINE_ISSUER.',
    ]);
    expect(problemsOf({ PLUMBLINE_DATA_DIR: '/data', PLUMBLINE_DEMO: '1' }, rules)).toEqual([]);
  });
});
