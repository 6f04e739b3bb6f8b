import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { ProfilesPage } from './ProfilesPage.tsx';

/** When support is open: `/support-hours`. */
export default function SupportHoursArea() {
  return (
    <Routes>
      <Route index element={<ProfilesPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
