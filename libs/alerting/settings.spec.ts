import { FixedClock, type ProblemError } from '@plumbline/kernel';
import { readConfiguration, type Environment } from '@plumbline/runtime';
import { alertingSettings, checkAlertingSettings, type AlertingSettings } from './settings';
import { transportsFrom } from './transports-from-settings';

const read = (environment: Environment): AlertingSettings =>
  readConfiguration(environment, alertingSettings, { rules: [checkAlertingSettings], prefix: 'PLUMBLINE_' });

const placesOf = (environment: Environment): readonly (string | undefined)[] => {
  try {
    read(environment);
    return [];
  } catch (error) {
    return (error as ProblemError).problems.map(({ place }) => place);
  }
};

const complete = {
  PLUMBLINE_PUBLIC_URL: 'https://plumbline.hospital.example',
  PLUMBLINE_SMTP_URL: 'smtps://user:pass%40word@relay.hospital.example',
  PLUMBLINE_MAIL_FROM: 'plumbline@hospital.example',
  PLUMBLINE_WEBHOOK_HOSTS: 'receiver.hospital.example, pager.hospital.example:8443',
  PLUMBLINE_WEBHOOK_SECRETS: 'risk=0123456789abcdef01234567 director=abcdef0123456789abcdef01=',
};

describe('The settings of alerting', () => {
  it('set up both ways out', () => {
    const settings = read(complete);
    expect(settings.webhookSecrets).toEqual({ risk: '0123456789abcdef01234567', director: 'abcdef0123456789abcdef01=' });
    const transports = transportsFrom(settings, new FixedClock(0));
    expect(Object.keys(transports)).toEqual(['e-mail', 'webhook']);
    for (const transport of Object.values(transports)) transport.close();
  });

  it('may be left out, and then nothing is sent', () => {
    expect(transportsFrom(read({}), new FixedClock(0))).toEqual({});
  });

  it.each([
    ['a relay that is none', { ...complete, PLUMBLINE_SMTP_URL: 'relay' }, ['PLUMBLINE_SMTP_URL']],
    ['a secret that is short', { ...complete, PLUMBLINE_WEBHOOK_SECRETS: 'risk=short' }, ['PLUMBLINE_WEBHOOK_SECRETS']],
    ['links without TLS', { ...complete, PLUMBLINE_PUBLIC_URL: 'http://plumbline.hospital.example' }, ['PLUMBLINE_PUBLIC_URL']],
    ['no link to send', { ...complete, PLUMBLINE_PUBLIC_URL: undefined }, ['PLUMBLINE_PUBLIC_URL']],
    ['a sender with a line of its own', { ...complete, PLUMBLINE_MAIL_FROM: 'a@b.example\r\nBcc: c@d.example' }, ['PLUMBLINE_MAIL_FROM']],
    [
      'two things at once',
      { ...complete, PLUMBLINE_SMTP_URL: 'relay', PLUMBLINE_WEBHOOK_SECRETS: 'risk' },
      ['PLUMBLINE_SMTP_URL', 'PLUMBLINE_WEBHOOK_SECRETS'],
    ],
  ])('refuse %s', (_what, environment, places) => {
    expect(placesOf(environment)).toEqual(places);
  });

  it('never repeat a secret in a problem', () => {
    expect.assertions(2);
    try {
      read({ ...complete, PLUMBLINE_WEBHOOK_SECRETS: 'risk=hush', PLUMBLINE_SMTP_URL: 'http://user:hush@relay' });
    } catch (error) {
      expect((error as ProblemError).problems).toHaveLength(2);
      expect((error as ProblemError).message).not.toContain('hush');
    }
  });
});
