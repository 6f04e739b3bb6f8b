import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { EditorPage } from './editor/EditorPage.tsx';
import { TemplatePage } from './TemplatePage.tsx';
import { TemplatesPage } from './TemplatesPage.tsx';

export default function TemplatesArea() {
  return (
    <Routes>
      <Route index element={<TemplatesPage />} />
      <Route path=":id" element={<TemplatePage />} />
      <Route path=":id/edit" element={<EditorPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
