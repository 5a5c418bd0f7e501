import { Card, Stack } from '@mantine/core';
import { useQuery } from 'urql';
import { PresentNote } from '../../frame/present-note';
import { useEvery } from '../../frame/use-every';
import { SourcesDocument } from '../../graphql/operations.generated';
import { PageHead } from '../../parts/page-head';
import { problemWords } from '../../parts/problem-words';
import { Empty, Failed, Loading, Stale } from '../../parts/states';
import { useMay } from '../../session/session';
import { DeadLetterList } from './dead-letter-list';
import { QuarantineList } from './quarantine-list';
import { SourceTable } from './source-table';

const MINUTE = 60_000;

export function SourcesPage() {
  const mayRead = useMay('READ_QUARANTINE');
  const [{ data, error }, again] = useQuery({ query: SourcesDocument });
  const refresh = () => {
    again({ requestPolicy: 'network-only' });
  };
  useEvery(MINUTE, refresh);
  return (
    <>
      <PageHead title="Sources">Where events come from, and whether they still come. Silence is never calm.</PageHead>
      <Stack gap="md">
        {data === undefined ? (
          error === undefined ? (
            <Loading rows={5} height={56} label="Loading the sources" />
          ) : (
            <Failed what="The sources could not be loaded." why={problemWords(error)} retry={refresh} />
          )
        ) : (
          <>
            {error === undefined ? null : <Stale>This list could not be renewed. {problemWords(error)}</Stale>}
            {data.sources.some(({ quarantined }) => quarantined === null) ? (
              <Stale>
                The program that takes records in (ingest) does not answer: how much is in quarantine is not known now, and states are
                judged without it.
              </Stale>
            ) : null}
            <PresentNote />
            <Card padding={0}>
              {data.sources.length === 0 ? (
                <Empty title="No source has sent anything yet">
                  Send events over HTTP, or import files with <code>plumbline import</code>.
                </Empty>
              ) : (
                <SourceTable sources={data.sources} />
              )}
            </Card>
          </>
        )}
        {mayRead ? <QuarantineList /> : null}
        {mayRead ? <DeadLetterList /> : null}
      </Stack>
    </>
  );
}
