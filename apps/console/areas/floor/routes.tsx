import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router';
import { NotFound } from '../../frame/NotFound.tsx';
import { AttentionPage } from './AttentionPage.tsx';
import { BoardPage } from './BoardPage.tsx';
import { CasesPage } from './CasesPage.tsx';
import { DayPage } from './DayPage.tsx';
import { DepositPage } from './DepositPage.tsx';
import { DepositsPage } from './DepositsPage.tsx';
import { LotPage } from './LotPage.tsx';
import { LotsPage } from './LotsPage.tsx';
import { MachinesPage } from './MachinesPage.tsx';
import { PiecePage } from './PiecePage.tsx';
import { PiecesPage } from './PiecesPage.tsx';
import { PoolPage } from './PoolPage.tsx';
import { ScanPage } from './ScanPage.tsx';
import { TrayPage } from './TrayPage.tsx';
import { TraysPage } from './TraysPage.tsx';
import { LateOrdersPage, WaitingLettersPage } from './WaitingLettersPage.tsx';

/** A list, and the page of one of its things. */
const area = (list: ReactElement, one?: ReactElement) => (
  <Routes>
    <Route index element={list} />
    {one && <Route path=":id" element={one} />}
    <Route path="*" element={<NotFound />} />
  </Routes>
);

export const BoardArea = () => area(<BoardPage />);
export const AttentionArea = () => area(<AttentionPage />);
export const ScanArea = () => area(<ScanPage />);
export const LotsArea = () => area(<LotsPage />, <LotPage />);
export const PiecesArea = () => area(<PiecesPage />, <PiecePage />);
export const TraysArea = () => area(<TraysPage />, <TrayPage />);
export const DepositsArea = () => area(<DepositsPage />, <DepositPage />);
export const CasesArea = () => area(<CasesPage />);
export const MachinesArea = () => area(<MachinesPage />);
export const DayArea = () => area(<DayPage />);
export const PoolArea = () => (
  <Routes>
    <Route index element={<PoolPage />} />
    <Route path="letters" element={<WaitingLettersPage />} />
    <Route path="orders" element={<LateOrdersPage />} />
    <Route path="*" element={<NotFound />} />
  </Routes>
);
