import { Stack, Text, ThemeIcon } from '@mantine/core';
import type { IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';

/** The empty state: what would be here, why it is not, and (as children) what to do about it. */
export function Nothing({
  icon: Icon,
  title,
  text,
  children,
}: {
  icon: ComponentType<IconProps>;
  title: string;
  text?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md" ta="center">
      <ThemeIcon size={48} radius="xl" variant="light" color="gray" aria-hidden>
        <Icon size={24} stroke={1.5} />
      </ThemeIcon>
      <Text fw={600}>{title}</Text>
      {text !== undefined && (
        <Text size="sm" c="dimmed" maw="28rem">
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}
