import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Frame.module.css';

/** The one search box. `/` goes to it from anywhere; a scanner types into it and presses Enter. */
export function SearchBox() {
  const { t } = useTranslation('frame');
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => input.current?.focus()]]);
  return (
    <form role="search" className={classes.search} onSubmit={(event) => event.preventDefault()}>
      <TextInput
        ref={input}
        type="search"
        name="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        title={t('search.hint')}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={<kbd className={classes.key}>/</kbd>}
        rightSectionPointerEvents="none"
      />
    </form>
  );
}
