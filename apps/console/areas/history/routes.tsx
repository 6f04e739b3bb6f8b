import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { LetterHistoryPage } from './LetterHistoryPage.tsx';
import { OrderHistoryPage } from './OrderHistoryPage.tsx';

export default function HistoryArea() {
  return (
    <Routes>
      <Route index element={<LetterHistoryPage />} />
      <Route path="orders" element={<OrderHistoryPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
