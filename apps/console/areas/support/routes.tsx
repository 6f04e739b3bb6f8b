import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { AskPage } from './AskPage.tsx';
import { TicketPage } from './TicketPage.tsx';
import { TicketsPage } from './TicketsPage.tsx';

/** Questions of an account: `/tickets`. */
export default function TicketsArea() {
  return (
    <Routes>
      <Route index element={<TicketsPage />} />
      <Route path="new" element={<AskPage />} />
      <Route path=":id" element={<TicketPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
