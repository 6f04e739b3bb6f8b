import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { ArchivedFilePage } from './ArchivedFilePage.tsx';
import { ArchivePage } from './ArchivePage.tsx';

export default function ArchiveArea() {
  return (
    <Routes>
      <Route index element={<ArchivePage />} />
      <Route path=":id" element={<ArchivedFilePage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
