import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';

/** The platform takes at most this many characters. */
export const LONGEST = 2_000;

interface CommandDialogProps {
  readonly title: string;
  /** What the button says that does it. */
  readonly verb: string;
  /** Whether enough is said for it. */
  readonly ready?: boolean;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
}

/** What every command on a case asks in: fields, a way back, and one button that does it. */
export function CommandDialog({ title, verb, ready = true, children, onClose, onSubmit }: CommandDialogProps) {
  return (
    <Modal opened onClose={onClose} title={title} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onSubmit();
        }}
      >
        <Stack gap="md">
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" disabled={!ready}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface RationaleProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** It is the first thing to be filled in. */
  readonly first?: boolean;
}

/** Why something is done to a case. It stays on file. */
export function Rationale({ value, onChange, first = false }: RationaleProps) {
  return (
    <Textarea
      label="Why"
      description="Write as if the clinician will read it; one day that happens."
      data-autofocus={first ? true : undefined}
      autosize
      minRows={3}
      maxLength={LONGEST}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
