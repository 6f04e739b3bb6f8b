import { Anchor, Box, Group, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useNavigationType } from 'react-router';
import classes from './Page.module.css';

export interface PageProps {
  /** Heading of the page and title of its document. */
  readonly title: string;
  /** Beside the title: a state, a mode. */
  readonly badge?: ReactNode;
  /** A sentence below the title: what this page is for. */
  readonly lead?: ReactNode;
  /** Where this page hangs: a link above the title. */
  readonly back?: { readonly to: string; readonly name: string };
  /** The page's own buttons, at the right of its title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the console: names the document, and takes the focus to its heading when it was gone to, as a page that is loaded would. */
export function Page({ title, badge, lead, back, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const came = useNavigationType();
  const isFirst = useRef(came === 'POP');
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus({ preventScroll: true });
    // Only when it appears: a title that changes with its data must not take the focus out of a field.
  }, []);
  return (
    <>
      <title>{`${title} · Pli`}</title>
      <Box component="header" className={classes.header ?? ''}>
        <div>
          {back && (
            <Anchor component={Link} to={back.to} size="sm" className={classes.back ?? ''}>
              <IconChevronLeft size={15} aria-hidden />
              <span>{back.name}</span>
            </Anchor>
          )}
          <Group gap="sm" align="center" wrap="wrap">
            <Title order={1} ref={heading} tabIndex={-1}>
              {title}
            </Title>
            {badge}
          </Group>
          {lead !== undefined && (
            <Text c="dimmed" mt={4} maw="46rem" component="div">
              {lead}
            </Text>
          )}
        </div>
        {actions !== undefined && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Box>
      {children}
    </>
  );
}
