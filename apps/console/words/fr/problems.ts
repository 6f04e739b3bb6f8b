import access from './problems/access.ts';
import addresses from './problems/addresses.ts';
import documents from './problems/documents.ts';
import floor from './problems/floor.ts';
import imports from './problems/imports.ts';
import orders from './problems/orders.ts';
import provider from './problems/provider.ts';

/** Problem codes in French: what it is, and what to do. A test looks for codes that have no words. */
export default { ...access, ...addresses, ...documents, ...floor, ...imports, ...orders, ...provider } as const;
