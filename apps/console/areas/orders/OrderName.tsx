import type { Schemas } from '../../api/client.ts';

/** How people call an order: by their own reference, else by the end of its id, which differs. */
export function OrderName({ of }: { of: Pick<Schemas['OrderRow'], 'id' | 'clientReference'> }) {
  return of.clientReference === null ? <code title={of.id}>…{of.id.slice(-8)}</code> : <>{of.clientReference}</>;
}
