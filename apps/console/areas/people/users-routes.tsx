import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { UsersPage } from './UsersPage.tsx';

export default function UsersArea() {
  return (
    <Routes>
      <Route index element={<UsersPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
