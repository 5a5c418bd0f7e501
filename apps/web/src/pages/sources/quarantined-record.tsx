import { Button, Drawer, Group, List, Stack, Text, Textarea, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import {
  QuarantinedOriginalDocument,
  ReplayDocument,
  type ProblemFragment,
  type QuarantinedOriginalQuery,
} from '../../graphql/operations.generated';
import { Moment } from '../../parts/moment';
import { problemWords } from '../../parts/problem-words';
import { Empty, Failed, Loading } from '../../parts/states';
import { counted, wholeNumber } from '../../parts/words';
import { useMay } from '../../session/session';
import { ReplayPreview } from './replay-preview';
import classes from './sources.module.css';

type Original = Extract<QuarantinedOriginalQuery['quarantinedRecord'], { readonly __typename: 'QuarantinedRecord' }>;

interface QuarantinedRecordProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onReplayed: () => void;
}

export function QuarantinedRecord({ id, onClose, onReplayed }: QuarantinedRecordProps) {
  const [{ data, error }] = useQuery({ query: QuarantinedOriginalDocument, variables: { id }, requestPolicy: 'network-only' });
  const record = data?.quarantinedRecord;
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title="Record in quarantine">
      {record === undefined ? (
        error === undefined ? (
          <Loading rows={6} label="Loading the record" />
        ) : (
          <Failed what="The record could not be loaded." why={problemWords(error)} />
        )
      ) : record.__typename === 'NotFound' ? (
        <Empty title="This record is no longer there" />
      ) : (
        <RecordBody
          record={record}
          onReplayed={() => {
            onReplayed();
            onClose();
          }}
        />
      )}
    </Drawer>
  );
}

function Problems({ problems }: { readonly problems: readonly ProblemFragment[] }) {
  return (
    <List size="sm" spacing="xs">
      {problems.map((problem) => (
        <List.Item key={`${problem.code} ${problem.place ?? ''}`}>
          {problem.reason} <strong>{problem.remedy}</strong>{' '}
          <Text span size="xs" c="dimmed" ff="monospace">
            {problem.code}
            {problem.place === null ? '' : ` at ${problem.place}`}
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

/** The original as it came, shown as text and never run; a mended text; and what either would become. */
function RecordBody({ record, onReplayed }: { readonly record: Original; readonly onReplayed: () => void }) {
  const mayReplay = useMay('REPLAY_QUARANTINE') && record.state === 'WAITING';
  const original = record.original ?? '';
  const [text, setText] = useState(original);
  const [settled] = useDebouncedValue(text, 400);
  const [refused, setRefused] = useState<readonly ProblemFragment[]>([]);
  const [{ fetching }, replay] = useMutation(ReplayDocument);
  const mended = text === original ? undefined : text;
  const send = async () => {
    const { data, error } = await replay({ id: record.id, mended });
    const answer = data?.replayQuarantined;
    if (answer?.__typename === 'QuarantineReplayed') {
      notifications.show({ color: 'plumb', title: 'Taken in', message: `It became ${counted(answer.events, 'event')}.` });
      onReplayed();
    } else if (answer?.__typename === 'StillRefused') {
      setRefused(answer.problems);
    } else {
      const why = error === undefined ? (answer?.message ?? 'The platform did not answer.') : problemWords(error);
      notifications.show({ color: 'ochre', title: 'Not replayed', message: why });
    }
  };
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        From {record.source} as {record.format}
        {record.place === null ? '' : `, ${record.place}`}, received <Moment at={record.receivedAt} />. It may hold what a source calls
        people; that you look at it is recorded.
      </Text>
      <div>
        <Title order={3} size="h6" mb={4}>
          Why it was not taken in
        </Title>
        <Problems problems={record.problems} />
      </div>
      <div>
        <Title order={3} size="h6" mb={4}>
          As it came, {wholeNumber(record.originalBytes)} bytes{record.originalTruncated ? ', the beginning of it' : ''}
        </Title>
        <pre className={classes.original} tabIndex={0} role="region" aria-label="Original">
          {record.original ?? 'Your role does not show the original.'}
        </pre>
      </div>
      {mayReplay && record.original !== null && !record.originalTruncated ? (
        <>
          <Textarea
            label="Mend"
            description="Change what the remedy names. The original is kept whatever you do here."
            autosize
            minRows={4}
            maxRows={16}
            classNames={{ input: classes.mend ?? '' }}
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
          <ReplayPreview id={record.id} mended={settled === original ? undefined : settled} />
          {refused.length === 0 ? null : (
            <div role="alert">
              <Text size="sm" fw={600} c="var(--attention-text)">
                Still refused
              </Text>
              <Problems problems={refused} />
            </div>
          )}
          <Group justify="flex-end">
            <Button loading={fetching} onClick={() => void send()}>
              {mended === undefined ? 'Replay as it came' : 'Replay the mended text'}
            </Button>
          </Group>
        </>
      ) : null}
    </Stack>
  );
}
