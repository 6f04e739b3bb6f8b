import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { StatisticsPage } from './StatisticsPage.tsx';

export default function StatisticsArea() {
  return (
    <Routes>
      <Route index element={<StatisticsPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
