import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { MePage } from './MePage.tsx';

export default function MeArea() {
  return (
    <Routes>
      <Route index element={<MePage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
