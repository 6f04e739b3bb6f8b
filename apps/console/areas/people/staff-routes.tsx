import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { StaffPage } from './StaffPage.tsx';

export default function StaffArea() {
  return (
    <Routes>
      <Route index element={<StaffPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
