import { Route, Routes } from 'react-router';
import { useDesk } from '../../frame/desk.tsx';
import { NotFound } from '../../frame/NotFound.tsx';
import { LetterPage } from './LetterPage.tsx';
import { LettersPage } from './LettersPage.tsx';
import { SiteLetterPage } from './SiteLetterPage.tsx';

/** A letter has one address; what is shown of it depends on the desk: the floor sees it masked. */
export default function LettersArea() {
  const isSite = useDesk().desk.kind === 'site';
  return (
    <Routes>
      {!isSite && <Route index element={<LettersPage />} />}
      <Route path=":id" element={isSite ? <SiteLetterPage /> : <LetterPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
