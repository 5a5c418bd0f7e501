import { messageSent } from '@plumbline/events';
import { is, offDuty, present } from './conditions';
import { definePattern } from './define-pattern';
import { count } from './measures/count/declaration';
import { fieldsNeeded, renderPatternPage } from './page';
import { setting } from './settings';

const pattern = definePattern({
  id: 'many-messages',
  catalogue: ['M0'],
  version: 2,
  question: 'Are there many?',
  domain: 'communication',
  route: 'support',
  per: 'dyad',
  within: setting('windowDays'),
  facts: { message: { from: [messageSent], when: [is('direction', 'outbound'), offDuty()], unless: { reply: present('inResponseTo') } } },
  measure: count({ of: 'message', atLeast: setting('many') }),
  bands: [{ band: 'many', tier: 'task', from: 0, meaning: 'Many.' }],
  settings: {
    windowDays: { default: 30, unit: 'days', origin: 'P', meaning: 'Window.' },
    many: { default: 3, unit: 'messages', origin: 'S', meaning: 'So many.' },
  },
  words: { title: 'Many messages', reason: ['{number|message|messages}.'], counterfactual: ['With fewer, no.'] },
  falsePositives: ['Two parts of one message.'],
  source: 'S0',
  playbook: 'F4',
});

describe('the page of a pattern', () => {
  it('says what counts, what is left out, every band and setting, and what it needs', () => {
    const page = renderPatternPage(pattern);
    expect(page).toContain('# Many messages\n\n`many-messages` version 2 · catalogue M0');
    expect(page).toContain('where direction is outbound and the clinician is neither on shift nor on call');
    expect(page).toContain('left out as *reply* (inResponseTo is given)');
    expect(page).toContain('| `many` | 3 | messages | the source texts | So many. |');
    expect(page).toContain('| many | task | 0 | Many. |');
    expect(page).toContain('Support: never counts against the clinician.');
  });

  it('derives the fields needed from the conditions', () => {
    expect(fieldsNeeded(pattern)).toEqual([
      '`messaging.message-sent`: direction',
      '`messaging.message-sent`: exact time',
      'rosters or hours',
      '`messaging.message-sent`: inResponseTo',
    ]);
  });
});
