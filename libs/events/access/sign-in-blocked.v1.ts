import { code, defineEvent, whole, type EventData } from '../define';

export const signInBlocked = defineEvent('access.sign-in-blocked', 1, 'Sign-in was closed for a while after too many wrong attempts.', {
  /** The person whose sign-in was tried; `unknown` where no such person exists, so that nobody can write names of his own into the log. */
  person: code(),
  attempts: whole(1),
});

export type SignInBlocked = EventData<typeof signInBlocked>;
