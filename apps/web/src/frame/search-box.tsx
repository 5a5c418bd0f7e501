import { Combobox, Group, Kbd, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useQuery } from 'urql';
import { SearchDocument } from '../graphql/operations.generated';
import { stateWords } from '../parts/words';
import { useAsOf } from './as-of';
import { useShortcuts } from './shortcuts';

const SHORTEST = 3;

/** Search by pseudonym or case number, or by how one begins. `/` puts the cursor here from anywhere. */
export function SearchBox({ onChosen }: { readonly onChosen: () => void }) {
  const navigate = useNavigate();
  const { asOf } = useAsOf();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 200);
  const combobox = useCombobox();
  const asked = settled.length >= SHORTEST;
  const [{ data, fetching }] = useQuery({ query: SearchDocument, variables: { text: settled, asOf }, pause: !asked });
  useShortcuts({
    '/': () => {
      field.current?.focus();
      field.current?.select();
    },
  });
  const choose = (value: string) => {
    combobox.closeDropdown();
    setText('');
    onChosen();
    const [kind, id = ''] = value.split(' ');
    if (kind === 'alert') void navigate({ to: '/alerts/$alertId', params: { alertId: id } });
    else void navigate({ to: '/clinicians/$clinicianId', params: { clinicianId: id } });
  };
  const alerts = asked ? (data?.alerts.nodes ?? []) : [];
  const clinicians = asked ? (data?.clinicians.nodes ?? []) : [];
  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md">
      <Combobox.Target>
        <TextInput
          ref={field}
          value={text}
          w="100%"
          maw={420}
          aria-label="Search by pseudonym or case number"
          placeholder="Pseudonym or case"
          leftSection={<IconSearch size={18} aria-hidden />}
          rightSection={
            fetching && asked ? (
              <Loader size={16} />
            ) : (
              <Kbd aria-hidden visibleFrom="sm">
                /
              </Kbd>
            )
          }
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={() => {
            if (text !== '') combobox.openDropdown();
          }}
          onBlur={() => {
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === ''}>
        <Combobox.Options mah={400} style={{ overflowY: 'auto' }} aria-label="Results">
          <Combobox.Group label="Clinicians">
            {clinicians.map((clinician) => (
              <Combobox.Option key={clinician.id} value={`clinician ${clinician.id}`}>
                <Text size="sm" ff="monospace">
                  {clinician.id}
                </Text>
                <Text size="sm" c="dimmed">
                  {clinician.specialty}, {clinician.site}
                </Text>
              </Combobox.Option>
            ))}
          </Combobox.Group>
          <Combobox.Group label="Alerts">
            {alerts.map((alert) => (
              <Combobox.Option key={alert.id} value={`alert ${alert.id}`}>
                <Text size="sm">{alert.pattern.title}</Text>
                <Group gap="xs" c="dimmed">
                  <Text size="sm" ff="monospace">
                    {alert.clinician.id}
                  </Text>
                  <Text size="sm">{stateWords[alert.state]}</Text>
                </Group>
              </Combobox.Option>
            ))}
          </Combobox.Group>
          {alerts.length + clinicians.length > 0 ? null : (
            <Combobox.Empty>{asked ? (fetching ? 'Searching' : 'Nothing begins like this.') : 'Three characters or more.'}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
