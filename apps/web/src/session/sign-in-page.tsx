import { Alert, Button, Card, Center, PasswordInput, Radio, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState, type SubmitEvent } from 'react';
import { Brand } from '../frame/brand';
import { Failed, Loading } from '../parts/states';
import { capitalised, codeWords } from '../parts/words';
import {
  leaveForProvider,
  signIn,
  signInWays,
  takeRefusalFromAddress,
  takeSignInFromAddress,
  type DemoPerson,
  type SignInProblem,
  type SignInWays,
} from './authentication';
import classes from './sign-in-page.module.css';

/** What each role comes here for, so that a visitor knows whom to choose. */
const purposes: Readonly<Record<string, string>> = {
  'risk-manager': 'Works the inbox: what is new, what got worse, what waits.',
  'medical-director': 'Sees some departments only; acknowledges and delegates.',
  auditor: 'Reads everything, as of any date, and changes nothing.',
};

const problemWords: Readonly<Record<SignInProblem, string>> = {
  'wrong-passphrase': 'This person and passphrase do not belong together. The platform printed the right ones when it started.',
  'too-many-attempts': 'There were too many wrong attempts. Wait a quarter of an hour and try again.',
  unreachable: 'The platform did not answer. Check that it runs, and try again.',
};

export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const [ways, setWays] = useState<SignInWays>();
  const [unreachable, setUnreachable] = useState(false);
  const load = () => {
    setUnreachable(false);
    signInWays().then(setWays, () => {
      setUnreachable(true);
    });
  };
  useEffect(load, []);
  useEffect(() => {
    document.title = 'Sign in · Plumbline';
  }, []);
  return (
    <Center component="main" mih="100dvh" p="md">
      <Card w="100%" maw={480} padding="xl">
        <Stack gap="lg">
          <Brand />
          <Stack gap={4}>
            <Title order={1} size="h2">
              Sign in
            </Title>
            <Text c="dimmed">Crossings to review, never verdicts.</Text>
          </Stack>
          {unreachable ? <Failed what="The platform cannot be reached." retry={load} /> : null}
          {ways === undefined && !unreachable ? <Loading rows={3} height={72} label="Loading the ways to sign in" /> : null}
          {ways?.provider === true ? <AtProvider /> : null}
          {ways?.provider === false && ways.people.length === 0 ? (
            <Text>Sign in through the proxy that your institution has put in front of this platform.</Text>
          ) : null}
          {ways === undefined || ways.people.length === 0 ? null : <SignInForm people={ways.people} onSignedIn={onSignedIn} />}
        </Stack>
      </Card>
    </Center>
  );
}

/** Why the identity provider's sign-in came to nothing, by the code of it. */
const refusals: Readonly<Record<string, string>> = {
  'access.sign-in-expired': 'That sign-in took too long, or was begun in another browser. Begin it again.',
  'access.no-role': 'Your identity provider knows you, but gives you no role here. Ask its administrator for one.',
};

function AtProvider() {
  const [refusal] = useState(takeRefusalFromAddress);
  return (
    <Stack gap="md">
      {refusal === undefined ? null : (
        <Alert color="ochre" role="alert">
          {refusals[refusal] ?? 'The identity provider did not sign you in. Try again; if it lasts, ask its administrator.'}
        </Alert>
      )}
      <Button size="md" onClick={leaveForProvider}>
        Continue to your identity provider
      </Button>
      <Text size="sm" c="dimmed">
        You come back to the page that you asked for.
      </Text>
    </Stack>
  );
}

function SignInForm({ people, onSignedIn }: { readonly people: readonly DemoPerson[]; readonly onSignedIn: () => void }) {
  const [person, setPerson] = useState(people[0]?.id ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<SignInProblem>();
  const attempt = (who: string, words: string) => {
    setPending(true);
    setProblem(undefined);
    void signIn(who, words.trim()).then((found) => {
      setPending(false);
      setProblem(found);
      if (found === undefined) onSignedIn();
    });
  };
  useEffect(() => {
    const given = takeSignInFromAddress();
    if (given === undefined) return;
    setPerson(given.person);
    attempt(given.person, given.passphrase);
    // Once, with what the address held when the page was opened.
  }, []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    attempt(person, passphrase);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Radio.Group label="Person of the demonstration" value={person} onChange={setPerson}>
          <Stack gap="xs" mt={4}>
            {people.map(({ id, name, roles }) => (
              <Radio.Card key={id} value={id} className={classes.person ?? ''}>
                <Radio.Indicator />
                <span className={classes.words}>
                  <span className={classes.name}>
                    {name} · {capitalised(codeWords(roles[0] ?? ''))}
                  </span>
                  <span className={classes.purpose}>{purposes[roles[0] ?? ''] ?? ''}</span>
                </span>
              </Radio.Card>
            ))}
          </Stack>
        </Radio.Group>
        <PasswordInput
          label="Passphrase"
          description="Printed in the terminal when the platform started. It works on this computer only."
          value={passphrase}
          autoComplete="current-password"
          required
          withAsterisk={false}
          onChange={(event) => {
            setPassphrase(event.currentTarget.value);
          }}
        />
        {problem === undefined ? null : (
          <Alert color="ochre" role="alert">
            {problemWords[problem]}
          </Alert>
        )}
        <Button type="submit" size="md" loading={pending}>
          Sign in
        </Button>
        <Text size="sm" c="dimmed">
          A demonstration. The hospital that comes with it is simulated; nobody in it is real.
        </Text>
      </Stack>
    </form>
  );
}
