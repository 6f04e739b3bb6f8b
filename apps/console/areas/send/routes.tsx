import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { DraftPage } from './DraftPage.tsx';
import { DraftsPage } from './DraftsPage.tsx';
import { SplitPage } from './split/SplitPage.tsx';

export default function SendArea() {
  return (
    <Routes>
      <Route index element={<DraftsPage />} />
      <Route path="split/:documentId?" element={<SplitPage />} />
      <Route path=":id/:step?" element={<DraftPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
