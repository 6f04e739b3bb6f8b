import type access from './fr/access.ts';
import type frame from './fr/frame.ts';
import type orders from './fr/orders.ts';
import type people from './fr/people.ts';
import type problems from './fr/problems.ts';
import type states from './fr/states.ts';

// Each area adds its words here: then `useTranslation('area')` knows its keys, and one that is missing does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    returnNull: false;
    resources: {
      access: typeof access;
      frame: typeof frame;
      people: typeof people;
      problems: typeof problems;
      states: typeof states;
      orders: typeof orders;
    };
  }
}
