import type audit from './fr/audit.ts';
import type frame from './fr/frame.ts';
import type orders from './fr/orders.ts';
import type problems from './fr/problems.ts';
import type states from './fr/states.ts';
import type support from './fr/support.ts';

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
      audit: typeof audit;
      support: typeof support;
    };
  }
}
