import { Navigate, Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { AccountsPage } from './AccountsPage.tsx';
import { ContractsPage } from './ContractsPage.tsx';
import { DevicesPage } from './DevicesPage.tsx';
import { NumbersPage } from './NumbersPage.tsx';
import { ProfilesPage } from './ProfilesPage.tsx';
import { SitesPage } from './SitesPage.tsx';
import { StocksPage } from './StocksPage.tsx';

export default function ProviderArea() {
  return (
    <Routes>
      <Route index element={<Navigate to="accounts" replace />} />
      <Route path="accounts" element={<AccountsPage />} />
      <Route path="contracts" element={<ContractsPage />} />
      <Route path="sites" element={<SitesPage />} />
      <Route path="devices" element={<DevicesPage />} />
      <Route path="stocks" element={<StocksPage />} />
      <Route path="profiles" element={<ProfilesPage />} />
      <Route path="numbers" element={<NumbersPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
