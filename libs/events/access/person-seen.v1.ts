import { code, defineEvent, listOf, oneOf, text, type EventData } from '../define';

export const personSeen = defineEvent(
  'access.person-seen',
  1,
  'A person with a role came with a verified token, for the first time on this day or under another name or with other roles than before.',
  {
    /** The subject of the token, under which the person acts on cases. */
    person: code(),
    /** As the identity provider writes it; shown beside what the person did. */
    name: text(200),
    roles: listOf(oneOf('risk-manager', 'medical-director', 'auditor', 'administrator')),
  },
);

export type PersonSeen = EventData<typeof personSeen>;
