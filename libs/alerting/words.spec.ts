import type { Route } from '@plumbline/pattern-kit';
import type { Cause, Notification } from './notification';
import { anAlert, publicUrl } from './spec-kit';
import { bodyFor, linkTo, messageFor } from './words';

const causes: readonly Cause[] = ['new', 'got-worse', 'woke', 'escalated'];
const routes: readonly Route[] = ['review', 'support', 'wellbeing'];
const aNotification = (cause: Cause, changes = {}): Notification => ({
  ...{ id: 'N-1', alert: anAlert({ tier: 'disciplinary', ...changes }), cause, level: 0, route: 'review', zone: 'Europe/London' },
  target: { transport: 'e-mail', address: 'risk@hospital.example' },
});

describe('A notification', () => {
  const everyText = routes.flatMap((route) =>
    causes.flatMap((cause) => {
      const notification = aNotification(cause, { route });
      const { subject, text } = messageFor(notification, publicUrl);
      return [`${subject}\n${text}`, bodyFor(notification, publicUrl)];
    }),
  );

  it('holds a link and no pseudonym, pattern, department, specialty, tier, value or reason', () => {
    const alert = anAlert();
    const secrets = [
      alert.clinician,
      alert.patient!,
      alert.pattern,
      alert.department,
      alert.specialty,
      alert.site,
      alert.domain,
      'disciplinary',
      'awareness',
      'after-hours',
    ];
    for (const text of everyText) {
      expect(text).toContain('https://plumbline.hospital.example/alerts/C-000000000001');
      for (const secret of secrets) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    }
  });

  it('says in the voice of the house that a crossing is no verdict, and never accuses', () => {
    const { subject, text } = messageFor(aNotification('new'), publicUrl);
    expect(subject).toBe('A crossing to review');
    expect(text).toContain('Please look at it by 2 Mar 2026, 16:00 (Europe/London).');
    expect(text).toContain('A crossing is a reason to look, and not a verdict.');
    for (const other of everyText) expect(other).not.toMatch(/suspicious|offender|guilty|violation|misconduct|score/i);
  });

  it('speaks of support and wellbeing in other words, and never of a crossing or a review', () => {
    for (const route of ['support', 'wellbeing'] as const) {
      for (const cause of causes) {
        const { subject, text } = messageFor(aNotification(cause, { route }), publicUrl);
        expect(`${subject} ${text}`).not.toMatch(/crossing|review|risk/i);
        expect(text).toContain('It never counts against anybody.');
      }
    }
  });

  it('cannot be given a line of its own by an id', () => {
    expect(linkTo(publicUrl, 'C-1\r\nBcc: all@elsewhere.example')).toBe(
      'https://plumbline.hospital.example/alerts/C-1%0D%0ABcc%3A%20all%40elsewhere.example',
    );
  });

  it('keeps the path under which the dashboard is served', () => {
    expect(linkTo(new URL('https://hospital.example/plumbline'), 'C-1')).toBe('https://hospital.example/plumbline/alerts/C-1');
  });
});
