import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { AuditSearchPage } from './AuditSearchPage.tsx';
import { LetterLedgerPage } from './LetterLedgerPage.tsx';

export default function AuditArea() {
  return (
    <Routes>
      <Route index element={<AuditSearchPage />} />
      <Route path="letters/:id" element={<LetterLedgerPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
