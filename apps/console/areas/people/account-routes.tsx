import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { AccountPage } from './AccountPage.tsx';

export default function AccountArea() {
  return (
    <Routes>
      <Route index element={<AccountPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
