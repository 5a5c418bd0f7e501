import { code, defineEvent, listOf, oneOf, optional, text, type EventData } from '../define';

export const personSeen = defineEvent(
  'access.person-seen',
  1,
  'A person with a role came with a verified token, for the first time on this day or under another name, with other roles or for other departments than before.',
  {
    /** The subject of the token, under which the person acts on cases. */
    person: code(),
    /** As the identity provider writes it; shown beside what the person did. */
    name: text(200),
    roles: listOf(oneOf('risk-manager', 'medical-director', 'auditor', 'administrator')),
    /** Those whose records the person may see, `*` for all; absent where there are none. */
    departments: optional(listOf(code())),
  },
);

export type PersonSeen = EventData<typeof personSeen>;
