import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { KeysPage } from './KeysPage.tsx';

export default function KeysArea() {
  return (
    <Routes>
      <Route index element={<KeysPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
