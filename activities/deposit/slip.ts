import { depositSlip } from '#documents/papers/deposit-slip';
import { siteBlobs } from '#storage/blobs';
import type { DepositDeps } from './deps.ts';
import { depositRow } from './deposit-row.ts';
