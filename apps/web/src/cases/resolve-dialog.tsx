import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { CaseOutcome } from '../graphql/operations.generated';
import { outcomeWords } from '../parts/words';
import { CommandDialog, Rationale } from './command-dialog';

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
  return (
    <CommandDialog
      title="Resolve with an outcome"
      verb="Resolve"
      ready={outcome !== undefined && rationale.trim() !== ''}
      onClose={onClose}
      onSubmit={() => {
        if (outcome !== undefined) onResolve(outcome, rationale.trim());
      }}
    >
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
      <Rationale value={rationale} onChange={setRationale} />
    </CommandDialog>
  );
}
