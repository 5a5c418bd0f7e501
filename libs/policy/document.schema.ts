import type { JsonSchema } from '@plumbline/events';
import { DOMAINS, ROUTES, TIERS, TRANSPORTS, WEEKDAYS } from './document';

const text = { type: 'string', minLength: 1, maxLength: 500 };
const code = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,79}$' };
const clock = { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' };
const hours = { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' };
const date = { type: 'string', format: 'date' };
const instant = { type: 'string', format: 'date-time' };
const year = { type: 'integer', minimum: 1900, maximum: 2200 };
/** Up to 30 days: whatever is slower is no notification any more. */
const minutes = { type: 'integer', minimum: 1, maximum: 43_200 };

const closed = (required: readonly string[], properties: Record<string, unknown>): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  required,
  properties,
});
const list = (items: unknown, minItems = 0, maxItems = 500): JsonSchema => ({ type: 'array', items, minItems, maxItems });
const keyed = (value: unknown): JsonSchema => ({ type: 'object', additionalProperties: value, maxProperties: 500 });

const namedDates = list(closed(['date', 'name'], { date, name: text }), 0, 20_000);
const selector = closed(['role', 'department'], { role: code, department: text });

const institution = closed(['zone', 'currency', 'hours', 'holidays'], {
  zone: text,
  currency: { type: 'string', pattern: '^[A-Z]{3}$' },
  hours: closed(WEEKDAYS, Object.fromEntries(WEEKDAYS.map((day) => [day, list(hours, 0, 10)]))),
  holidays: closed(['years'], {
    country: { type: 'string', pattern: '^[A-Z]{2}$' },
    region: { type: 'string', pattern: '^[A-Z0-9]{1,3}$' },
    years: closed(['from', 'to'], { from: year, to: year }),
    extra: namedDates,
    except: list(date),
    dates: namedDates,
  }),
});

const patternRule = closed(['enabled'], {
  enabled: { type: 'boolean' },
  settings: keyed({
    anyOf: [{ type: 'number' }, { type: 'boolean' }, text, list(text)],
  }),
  tiers: closed([], Object.fromEntries(TIERS.map((tier) => [tier, { type: 'number', minimum: 0 }]))),
});

const routing = closed(['recipients', 'routes'], {
  quietHours: closed(['from', 'to', 'onHolidays', 'exceptTiers'], {
    from: clock,
    to: clock,
    onHolidays: { type: 'boolean' },
    exceptTiers: list({ enum: TIERS }),
  }),
  digest: closed(['moreThan', 'withinMinutes'], {
    moreThan: { type: 'integer', minimum: 1, maximum: 1_000 },
    withinMinutes: { type: 'integer', minimum: 1, maximum: 1_440 },
  }),
  recipients: list(
    closed(['role'], {
      role: code,
      department: text,
      zone: text,
      emails: list({ type: 'string', format: 'email', maxLength: 254 }),
      webhooks: list(closed(['url', 'secret'], { url: { type: 'string', format: 'uri', maxLength: 2_000 }, secret: text })),
    }),
    1,
  ),
  routes: list(
    closed(['id', 'when', 'transports', 'notify', 'respondWithinMinutes', 'escalation'], {
      id: code,
      when: closed([], {
        route: { enum: ROUTES },
        tiers: list({ enum: TIERS }, 1),
        domains: list({ enum: DOMAINS }, 1),
        patterns: list(code, 1),
      }),
      transports: list({ enum: TRANSPORTS }, 1),
      notify: list(selector, 1),
      respondWithinMinutes: minutes,
      escalation: list(closed(['afterMinutes', 'notify'], { afterMinutes: minutes, notify: list(selector, 1) }), 0, 10),
    }),
  ),
});

const suppression = list(
  closed(['pattern', 'clinician', 'from', 'until', 'reason', 'approvedBy'], {
    pattern: code,
    clinician: text,
    patient: text,
    from: instant,
    until: instant,
    reason: text,
    approvedBy: text,
  }),
);

const playbook = closed(['version', 'title', 'source', 'reading', 'steps'], {
  version: { type: 'integer', minimum: 1 },
  title: text,
  source: text,
  reading: { enum: ['first-match', 'every-match', 'in-order'] },
  steps: list(closed(['id', 'when', 'actions'], { id: code, when: text, actions: list(text, 1, 20) }), 1, 50),
});

/** The shape of a policy. Everything is closed: a misspelt word is a problem and never silently a default. */
export const policySchema: JsonSchema = closed(
  ['policy', 'version', 'title', 'effectiveFrom', 'institution', 'channels', 'patterns', 'routing', 'playbooks'],
  {
    policy: code,
    version: { type: 'integer', minimum: 1, maximum: 1_000_000 },
    title: text,
    effectiveFrom: instant,
    institution,
    channels: keyed(
      closed(['approved', 'weight'], { approved: { type: 'boolean' }, weight: { type: 'integer', minimum: 0, maximum: 100 } }),
    ),
    patterns: keyed(patternRule),
    routing,
    suppression,
    playbooks: keyed(playbook),
  },
);
