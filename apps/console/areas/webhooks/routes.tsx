import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { WebhookPage } from './WebhookPage.tsx';
import { WebhooksPage } from './WebhooksPage.tsx';

export default function WebhooksArea() {
  return (
    <Routes>
      <Route index element={<WebhooksPage />} />
      <Route path=":id" element={<WebhookPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
