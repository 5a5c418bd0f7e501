import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { counted, roleWords } from '../parts/words';
import { useSession } from '../session/session';
import { CommandDialog } from './command-dialog';

interface AssignDialogProps {
  readonly count: number;
  readonly onClose: () => void;
  readonly onAssign: (person: string) => void;
}

export function AssignDialog({ count, onClose, onAssign }: AssignDialogProps) {
  const { people, viewer } = useSession();
  const [chosen, setChosen] = useState(viewer.id);
  return (
    <CommandDialog
      title={`Assign ${counted(count, 'alert')}`}
      verb="Assign"
      onClose={onClose}
      onSubmit={() => {
        onAssign(chosen);
      }}
    >
      <Radio.Group label="To whom" value={chosen} onChange={setChosen}>
        <Stack gap="xs" mt="xs">
          {people.map((person, index) => (
            <Radio
              key={person.id}
              value={person.id}
              label={`${person.name}${person.id === viewer.id ? ' (you)' : ''} · ${person.roles.map((role) => roleWords[role]).join(', ')}`}
              data-autofocus={index === 0 ? true : undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
    </CommandDialog>
  );
}
