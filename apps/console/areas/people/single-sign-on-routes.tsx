import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { SingleSignOnPage } from './SingleSignOnPage.tsx';

export default function SingleSignOnArea() {
  return (
    <Routes>
      <Route index element={<SingleSignOnPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
