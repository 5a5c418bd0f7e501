import { Button, Checkbox, Popover, ScrollArea, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { wholeNumber } from './words';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** How many rows have this value under the other conditions. */
  readonly count?: number;
}

interface FilterMenuProps {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** A filter that keeps its size whatever is chosen: the button says how many, the list behind it says which. */
export function FilterMenu({ label, options, chosen, onChange }: FilterMenuProps) {
  const missing = chosen.filter((value) => options.every((option) => option.value !== value));
  const all = [...options, ...missing.map((value) => ({ value, label: value, count: 0 }))];
  return (
    <Popover position="bottom-start" shadow="md" width={320} trapFocus>
      <Popover.Target>
        <Button
          variant={chosen.length === 0 ? 'default' : 'light'}
          rightSection={<IconChevronDown size={16} aria-hidden />}
          aria-label={chosen.length === 0 ? label : `${label}, ${chosen.length} chosen`}
        >
          {label}
          {chosen.length === 0 ? '' : ` · ${chosen.length}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <ScrollArea.Autosize mah={320} type="auto">
          {all.length === 0 ? (
            <Text size="sm" c="dimmed">
              Nothing to choose from.
            </Text>
          ) : (
            <Checkbox.Group value={[...chosen]} onChange={onChange} aria-label={label}>
              <Stack gap="xs" py={4} px={2}>
                {all.map((option) => (
                  <Checkbox
                    key={option.value}
                    value={option.value}
                    label={option.count === undefined ? option.label : `${option.label} (${wholeNumber(option.count)})`}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
