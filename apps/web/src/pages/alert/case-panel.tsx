import { Button, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { LONGEST } from '../../cases/command-dialog';
import { Moment } from '../../parts/moment';
import { Section } from '../../parts/section';
import { entryWords, outcomeWords } from '../../parts/words';
import type { AlertDetails } from './alert-details';
import classes from './alert.module.css';

type Entry = AlertDetails['history'][number];
type Kind = 'comment' | 'response';

interface CasePanelProps {
  readonly alert: AlertDetails;
  readonly mayAct: boolean;
  readonly busy: boolean;
  /** Resolves to whether it was taken; what was written stays in the field until it was. */
  readonly onWrite: (kind: Kind, text: string) => Promise<boolean>;
}

/** What people did and said about the case. A refused command is shown too: it is part of what happened. */
export function CasePanel({ alert, mayAct, busy, onWrite }: CasePanelProps) {
  return (
    <Section title="Case">
      <Stack gap="md">
        {mayAct ? <Writing busy={busy} onWrite={onWrite} /> : null}
        {alert.history.length === 0 ? (
          <Text size="sm" c="dimmed">
            Nobody has done anything about it yet.
          </Text>
        ) : (
          <ol className={classes.history} aria-label="History, newest first">
            {[...alert.history].reverse().map((entry) => (
              <HistoryEntry key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
      </Stack>
    </Section>
  );
}

function HistoryEntry({ entry }: { readonly entry: Entry }) {
  const act = entryWords[entry.kind];
  const to = entry.assignee === null ? '' : ` to ${entry.assignee.name}`;
  const outcome = entry.outcome === null ? '' : `: ${outcomeWords[entry.outcome].toLowerCase()}`;
  return (
    <li className={classes.entry} data-accepted={entry.accepted}>
      <Text size="sm">
        {entry.actor === null ? <strong>{act}</strong> : <strong>{entry.actor.name}</strong>}
        {entry.actor === null ? '' : ` ${entry.accepted ? act : `would have ${act}`}${to}${outcome}`}
        {entry.until === null ? null : (
          <>
            {' '}
            until <Moment at={entry.until} /> at the latest
          </>
        )}
      </Text>
      {entry.text === null || entry.text === '' ? null : <Text className={classes.said ?? ''}>{entry.text}</Text>}
      <Text size="xs" c="dimmed">
        <Moment at={entry.at} />
        {entry.accepted ? '' : ' · not taken: somebody else’s command came first'}
      </Text>
    </li>
  );
}

function Writing({ busy, onWrite }: Pick<CasePanelProps, 'busy' | 'onWrite'>) {
  const [kind, setKind] = useState<Kind>('comment');
  const [text, setText] = useState('');
  const send = async () => {
    if (await onWrite(kind, text.trim())) setText('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void send();
      }}
    >
      <Stack gap="xs">
        <SegmentedControl
          aria-label="What to write"
          value={kind}
          onChange={setKind}
          data={[
            { value: 'comment', label: 'Comment' },
            { value: 'response', label: 'Clinician’s response' },
          ]}
        />
        <Textarea
          aria-label={kind === 'comment' ? 'Comment' : 'Clinician’s response'}
          placeholder={kind === 'comment' ? 'Facts before words of judgement' : 'What the clinician said, in his or her own words'}
          autosize
          minRows={2}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={busy} disabled={text.trim() === ''}>
            {kind === 'comment' ? 'Add comment' : 'Record response'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
