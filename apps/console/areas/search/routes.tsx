import { Route, Routes } from 'react-router';
import { useDesk } from '../../frame/desk.tsx';
import { NotFound } from '../../frame/NotFound.tsx';
import { SearchPage } from './SearchPage.tsx';
import { SiteSearchPage } from './SiteSearchPage.tsx';

export default function SearchArea() {
  const isSite = useDesk().desk.kind === 'site';
  return (
    <Routes>
      <Route index element={isSite ? <SiteSearchPage /> : <SearchPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
