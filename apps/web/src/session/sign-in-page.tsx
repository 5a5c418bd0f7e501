import { Button, Card, Center, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Brand } from '../frame/brand';
import { Failed, Loading } from '../parts/states';
import { codeWords, capitalised } from '../parts/words';
import { demoPeople, signInAs, type DemoPerson } from './authentication';
import classes from './sign-in-page.module.css';

/** What each role comes here for, so that a visitor knows whom to choose. */
const purposes: Readonly<Record<string, string>> = {
  'risk manager': 'Works the inbox: what is new, what got worse, what waits.',
  'medical director': 'Sees two departments, acknowledges and delegates.',
  auditor: 'Reads everything, as of any date, and changes nothing.',
};

function roleOf(person: DemoPerson): string {
  return codeWords(person.roles[0] ?? '').toLowerCase();
}

export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const [people, setPeople] = useState<readonly DemoPerson[]>();
  const [problem, setProblem] = useState(false);
  const [pending, setPending] = useState<string>();
  const load = () => {
    setProblem(false);
    demoPeople().then(setPeople, () => {
      setProblem(true);
    });
  };
  useEffect(load, []);
  const enter = (person: string) => {
    setPending(person);
    signInAs(person).then(onSignedIn, () => {
      setPending(undefined);
      setProblem(true);
    });
  };
  return (
    <Center component="main" mih="100dvh" p="md">
      <Card w="100%" maw={480} padding="xl">
        <Stack gap="lg">
          <Brand />
          <Stack gap={4}>
            <Title order={1} size="h2">
              Sign in
            </Title>
            <Text c="dimmed">Crossings to review in a simulated hospital. Nobody in it is real.</Text>
          </Stack>
          {problem ? <Failed what="The sign-in did not work." retry={load} /> : null}
          {people === undefined && !problem ? <Loading rows={3} height={72} label="Loading the people of the demonstration" /> : null}
          {people?.length === 0 ? <Text>This platform signs people in through the institution’s identity provider.</Text> : null}
          <Stack gap="sm">
            {people?.map((person) => (
              <Button
                key={person.id}
                variant="default"
                className={classes.person ?? ''}
                justify="space-between"
                rightSection={<IconChevronRight size={18} aria-hidden />}
                loading={pending === person.id}
                onClick={() => {
                  enter(person.id);
                }}
              >
                <span className={classes.words}>
                  <span className={classes.name}>
                    {person.name} · {capitalised(roleOf(person))}
                  </span>
                  <span className={classes.purpose}>{purposes[roleOf(person)] ?? ''}</span>
                </span>
              </Button>
            ))}
          </Stack>
          <Group>
            <Text size="sm" c="dimmed">
              The demonstration’s sign-in works on this computer only.
            </Text>
          </Group>
        </Stack>
      </Card>
    </Center>
  );
}
