import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { CostCentresPage } from './CostCentresPage.tsx';

export default function CostCentresArea() {
  return (
    <Routes>
      <Route index element={<CostCentresPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
