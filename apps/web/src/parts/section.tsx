import { ActionIcon, Card, Collapse, Group, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  /** Shows the heading alone until the reader opens it. */
  readonly folded?: boolean;
  readonly children: ReactNode;
}

/** A card that is a region of the page under its own heading. */
export function Section({ title, aside, folded = false, children }: SectionProps) {
  const id = useId();
  const [opened, { toggle }] = useDisclosure(false);
  const shown = !folded || opened;
  return (
    <Card component="section" aria-labelledby={id}>
      <Group justify="space-between" mb={shown ? 'sm' : 0} gap="xs">
        <Title order={2} size="h5" id={id}>
          {title}
        </Title>
        {shown ? aside : null}
        {folded ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-expanded={opened}
            aria-label={`${opened ? 'Fold' : 'Unfold'} ${title}`}
            onClick={toggle}
          >
            {opened ? <IconChevronUp size={20} aria-hidden /> : <IconChevronDown size={20} aria-hidden />}
          </ActionIcon>
        ) : null}
      </Group>
      {folded ? <Collapse expanded={opened}>{children}</Collapse> : children}
    </Card>
  );
}
