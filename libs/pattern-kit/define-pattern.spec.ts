import { messageSent } from '@plumbline/events';
import { ProblemError } from '@plumbline/kernel';
import { is } from './conditions';
import type { PatternDeclaration } from './declaration';
import { definePattern } from './define-pattern';
import { count } from './measures/count/declaration';
import { setting } from './settings';

const sound: PatternDeclaration = {
  id: 'many-messages',
  catalogue: ['M0'],
  version: 1,
  question: 'Are there many?',
  domain: 'communication',
  route: 'review',
  per: 'dyad',
  within: setting('windowDays'),
  facts: { message: { from: [messageSent], when: [is('direction', 'outbound')] } },
  measure: count({ of: 'message', atLeast: setting('many') }),
  bands: [{ band: 'many', tier: 'task', from: 0, meaning: 'Many.' }],
  settings: {
    windowDays: { default: 30, unit: 'days', origin: 'P', meaning: 'Window.' },
    many: { default: 3, unit: 'messages', origin: 'P', meaning: 'Many.' },
  },
  words: { title: 'Many messages', reason: ['{number|message|messages}.'], counterfactual: [] },
  falsePositives: [],
  source: 'P',
  playbook: 'F4',
};

const complaints = (declaration: PatternDeclaration): string => {
  try {
    definePattern(declaration);
  } catch (error) {
    if (error instanceof ProblemError) return error.message;
    throw error;
  }
  return '';
};

describe('declaring a pattern', () => {
  it('takes a declaration that agrees with itself', () => {
    expect(definePattern(sound)).toBe(sound);
  });

  it('refuses a setting that is not declared, and one that nothing uses', () => {
    const { many, ...settings } = sound.settings;
    expect(complaints({ ...sound, settings })).toContain('the setting many is used and not declared');
    expect(complaints({ ...sound, settings: { ...sound.settings, spare: many! } })).toContain('spare is declared and not used');
  });

  it('refuses a condition on a field that the event does not have', () => {
    const facts = { message: { from: [messageSent], when: [is('colour', 'red')] } };
    expect(complaints({ ...sound, facts })).toContain('asks for colour, which messaging.message-sent does not have');
  });

  it('refuses a measure over a fact that is not there, and a fact that is not measured', () => {
    const text = complaints({ ...sound, measure: count({ of: 'letter', atLeast: setting('many') }) });
    expect(text).toContain('the measure speaks of letter, which is no fact');
    expect(text).toContain('the fact message is not measured');
  });

  it('refuses a band that does not say from where it applies', () => {
    expect(complaints({ ...sound, bands: [{ band: 'many', tier: 'task', meaning: 'Many.' }] })).toContain(
      'does not say from where it applies',
    );
  });
});
