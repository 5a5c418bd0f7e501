import { defaultPolicyText } from '@plumbline/policy';

/** The shipped policy, in which everybody is told by webhook and the quiet hours are half a day away from now. */
export function policyThatTells(url: string, now = new Date()): string {
  const hour = (now.getUTCHours() + 12) % 24;
  const at = (minute: string): string => `'${String(hour).padStart(2, '0')}:${minute}'`;
  return defaultPolicyText
    .replaceAll(/transports: \[[^\]]*\]/g, 'transports: [webhook]')
    .replaceAll(/webhooks: \[[^\]]*\]/g, '')
    .replaceAll(/emails: \[[^\]]*\]/g, `webhooks: [{ url: '${url}', secret: pager }]`)
    .replace(/from: 20:00\n(\s+)to: 07:00\n\s+onHolidays: true/, `from: ${at('00')}\n$1to: ${at('01')}\n$1onHolidays: false`);
}
