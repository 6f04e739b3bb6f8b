import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { NoticesPage } from './NoticesPage.tsx';

export default function NoticesArea() {
  return (
    <Routes>
      <Route index element={<NoticesPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
