import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { LONGEST } from './resolve-dialog';

export function ReopenDialog({ onClose, onReopen }: { readonly onClose: () => void; readonly onReopen: (rationale: string) => void }) {
  const [rationale, setRationale] = useState('');
  return (
    <Modal opened onClose={onClose} title="Reopen" centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (rationale.trim() !== '') onReopen(rationale.trim());
        }}
      >
        <Stack gap="md">
          <Textarea
            label="Why"
            data-autofocus
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
            <Button type="submit" disabled={rationale.trim() === ''}>
              Reopen
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
