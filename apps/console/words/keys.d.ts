import type floor from './fr/floor.ts';
import type frame from './fr/frame.ts';
import type orders from './fr/orders.ts';
import type problems from './fr/problems.ts';
import type send from './fr/send.ts';
import type states from './fr/states.ts';
import type templates from './fr/templates.ts';

// Each area adds its words here: then `useTranslation('area')` knows its keys, and one that is missing does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    returnNull: false;
    resources: {
      frame: typeof frame;
      floor: typeof floor;
      problems: typeof problems;
      states: typeof states;
      orders: typeof orders;
      send: typeof send;
      templates: typeof templates;
    };
  }
}
