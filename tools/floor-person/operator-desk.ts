import type { CaseDecisionBody, CaseView } from '#contracts/api/cases';
import type { LotView, LotWhole } from '#contracts/api/lots';
import type { FindingBody, PieceView } from '#contracts/api/pieces';
import type { ScannedIntoTray, ScannedView } from '#contracts/api/scans';
import type { TrayView } from '#contracts/api/trays';
import { Refused, type PliApi } from '../demonstration/api-client.ts';

/** The operator's desk: the screens on which Pli shows what waits for a person, the scanner gun, and what a person tells Pli. */
export class OperatorDesk {
  constructor(private readonly api: PliApi) {}

  unresolvedPieces(): Promise<PieceView[]> {
    return this.api.all('/v1/site/pieces');
  }

  openLots(): Promise<LotView[]> {
    return this.api.all('/v1/site/lots?open=true');
  }

  lot(id: string): Promise<LotWhole> {
    return this.api.get(`/v1/site/lots/${id}`);
  }

  openCases(): Promise<CaseView[]> {
    return this.api.all('/v1/site/cases?state=open');
  }

  openTrays(): Promise<TrayView[]> {
    return this.api.all('/v1/site/trays?state=open');
  }

  /** What bears this code, and what Pli advises. */
  scan(code: string): Promise<ScannedView> {
    return this.api.post('/v1/site/scans', { code });
  }

  /** False when Pli did not take it: the thing has moved on meanwhile. */
  resolve({ id, since }: Pick<PieceView, 'id' | 'since'>, finding: FindingBody): Promise<boolean> {
    return this.#told(
      this.api.post(`/v1/site/pieces/${id}/resolve`, finding, `${id}-${since}-${finding.found}`), // prettier-ignore
    );
  }

  scanInto(trayId: string, windowCode: string, reason: string): Promise<boolean> {
    return this.#told(this.api.post<ScannedIntoTray>(`/v1/site/trays/${trayId}/pieces`, { windowCode, reason }));
  }

  openTray({ product, carrierContract }: PieceView, reason: string): Promise<TrayView> {
    return this.api.post('/v1/site/trays', { product, carrierContract, reason });
  }

  breakSeal(trayId: string, reason: string): Promise<boolean> {
    return this.#told(this.api.post(`/v1/site/trays/${trayId}/break-seal`, { reason }));
  }

  seal(trayId: string, reason: string): Promise<boolean> {
    return this.#told(this.api.post(`/v1/site/trays/${trayId}/seal`, { reason }));
  }

  closeCase(caseId: string, decision: CaseDecisionBody): Promise<boolean> {
    return this.#told(this.api.post(`/v1/site/cases/${caseId}/close`, decision));
  }

  /** A refusal by rule means that Pli learned of it from somebody else meanwhile: the next walk sees how it is. */
  async #told(telling: Promise<unknown>): Promise<boolean> {
    try {
      await telling;
      return true;
    } catch (error) {
      if (!(error instanceof Refused) || error.status >= 500) throw error;
      return false;
    }
  }
}
