import { useState } from 'react';
import { CommandDialog, Rationale } from './command-dialog';

export function ReopenDialog({ onClose, onReopen }: { readonly onClose: () => void; readonly onReopen: (rationale: string) => void }) {
  const [rationale, setRationale] = useState('');
  return (
    <CommandDialog
      title="Reopen"
      verb="Reopen"
      ready={rationale.trim() !== ''}
      onClose={onClose}
      onSubmit={() => {
        onReopen(rationale.trim());
      }}
    >
      <Rationale value={rationale} onChange={setRationale} first />
    </CommandDialog>
  );
}
