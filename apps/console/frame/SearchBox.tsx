import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import classes from './Frame.module.css';

/** The one search box. `/` goes to it from anywhere; a scanner types into it and presses Enter. */
export function SearchBox() {
  const { t } = useTranslation('frame');
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  useHotkeys([['/', () => input.current?.focus()]]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const text = input.current?.value.trim() ?? '';
    if (text === '') return;
    // Not in the address: it may be a name.
    void navigate('/search', { state: { search: text } });
    // The next scan replaces it.
    input.current?.select();
  };
  return (
    <form role="search" className={classes.search} onSubmit={search}>
      <TextInput
        ref={input}
        type="search"
        name="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
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
