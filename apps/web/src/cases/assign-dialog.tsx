import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { counted, roleWords } from '../parts/words';
import { useSession } from '../session/session';
import { CommandDialog } from './command-dialog';

interface AssignDialogProps {
  readonly count: number;
  /** Of the alerts; whoever does not see all of them cannot be chosen. */
  readonly departments: readonly string[];
  readonly onClose: () => void;
  readonly onAssign: (person: string) => void;
}

export function AssignDialog({ count, departments, onClose, onAssign }: AssignDialogProps) {
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
          {people.map((person, index) => {
            const hidden = departments.filter((department) => person.departments?.includes(department) === false);
            return (
              <Radio
                key={person.id}
                value={person.id}
                label={`${person.name}${person.id === viewer.id ? ' (you)' : ''} · ${person.roles.map((role) => roleWords[role]).join(', ')}`}
                description={hidden.length === 0 ? undefined : `does not see ${[...new Set(hidden)].join(', ')}`}
                disabled={hidden.length > 0}
                data-autofocus={index === 0 ? true : undefined}
              />
            );
          })}
        </Stack>
      </Radio.Group>
    </CommandDialog>
  );
}
