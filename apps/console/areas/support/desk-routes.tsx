import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { DeskPage } from './DeskPage.tsx';
import { DeskTicketPage } from './DeskTicketPage.tsx';

/** Questions of all accounts, for those who answer: `/support`. */
export default function SupportArea() {
  return (
    <Routes>
      <Route index element={<DeskPage />} />
      <Route path=":id" element={<DeskTicketPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
