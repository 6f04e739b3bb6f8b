/** Every process of the house, under the name Temporal knows it by. */
export { intake } from './intake.ts';
export { order } from './order.ts';
export { formLots } from './form-lots.ts';
export { lot } from './lot.ts';
export { proofTemplate } from './proof-template.ts';
export { preview } from './preview.ts';
export { deposit } from './deposit.ts';
export { pollTracking } from './poll-tracking.ts';
export { erase } from './erase.ts';
export { ticket } from './ticket.ts';
