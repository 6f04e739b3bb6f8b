import type archive from './fr/archive.ts';
import type costCentres from './fr/cost-centres.ts';
import type frame from './fr/frame.ts';
import type history from './fr/history.ts';
import type notices from './fr/notices.ts';
import type orders from './fr/orders.ts';
import type problems from './fr/problems.ts';
import type provider from './fr/provider.ts';
import type states from './fr/states.ts';
import type statistics from './fr/statistics.ts';
import type webhooks from './fr/webhooks.ts';

// Each area adds its words here: then `useTranslation('area')` knows its keys, and one that is missing does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    returnNull: false;
    resources: {
      frame: typeof frame;
      problems: typeof problems;
      states: typeof states;
      orders: typeof orders;
      history: typeof history;
      archive: typeof archive;
      statistics: typeof statistics;
      webhooks: typeof webhooks;
      notices: typeof notices;
      'cost-centres': typeof costCentres;
      provider: typeof provider;
    };
  }
}
