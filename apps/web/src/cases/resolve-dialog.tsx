import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CaseOutcome } from '../graphql/operations.generated';
import { outcomeWords } from '../parts/words';

/** The platform takes at most this many characters. */
export const LONGEST = 2_000;

const forReview: readonly CaseOutcome[] = [
  'NO_CONCERN',
  'EXPLAINED',
  'INFORMAL_CONVERSATION',
  'AWARENESS',
  'GUIDED_PLAN',
  'REFERRED',
  'DATA_ERROR',
];
const forSupport: readonly CaseOutcome[] = ['SUPPORT_PROVIDED', 'NO_CONCERN', 'DATA_ERROR'];

interface ResolveDialogProps {
  readonly apart: boolean;
  readonly onClose: () => void;
  readonly onResolve: (outcome: CaseOutcome, rationale: string) => void;
}

export function ResolveDialog({ apart, onClose, onResolve }: ResolveDialogProps) {
  const [outcome, setOutcome] = useState<CaseOutcome>();
  const [rationale, setRationale] = useState('');
  const ready = outcome !== undefined && rationale.trim() !== '';
  return (
    <Modal opened onClose={onClose} title="Resolve with an outcome" centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onResolve(outcome, rationale.trim());
        }}
      >
        <Stack gap="md">
          <Radio.Group
            label="Outcome"
            value={outcome ?? ''}
            onChange={(value) => {
              setOutcome(value as CaseOutcome);
            }}
          >
            <Stack gap="xs" mt="xs">
              {(apart ? forSupport : forReview).map((each) => (
                <Radio key={each} value={each} label={outcomeWords[each]} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label="Why"
            description="Write as if the clinician will read it; one day that happens."
            autosize
            minRows={3}
            maxLength={LONGEST}
            value={rationale}
            onChange={(event) => {
              setRationale(event.currentTarget.value);
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={!ready}>
              Resolve
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
