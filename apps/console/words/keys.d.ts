import type access from './fr/access.ts';
import type archive from './fr/archive.ts';
import type audit from './fr/audit.ts';
import type costCentres from './fr/cost-centres.ts';
import type floor from './fr/floor.ts';
import type frame from './fr/frame.ts';
import type history from './fr/history.ts';
import type letters from './fr/letters.ts';
import type notices from './fr/notices.ts';
import type orders from './fr/orders.ts';
import type people from './fr/people.ts';
import type problems from './fr/problems.ts';
import type provider from './fr/provider.ts';
import type reasons from './fr/reasons.ts';
import type search from './fr/search.ts';
import type send from './fr/send.ts';
import type states from './fr/states.ts';
import type statistics from './fr/statistics.ts';
import type story from './fr/story.ts';
import type support from './fr/support.ts';
import type templates from './fr/templates.ts';
import type waiting from './fr/waiting.ts';
import type webhooks from './fr/webhooks.ts';

// Each area adds its words here: then `useTranslation('area')` knows its keys, and one that is missing does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame';
    returnNull: false;
    resources: {
      access: typeof access;
      frame: typeof frame;
      floor: typeof floor;
      people: typeof people;
      problems: typeof problems;
      reasons: typeof reasons;
      letters: typeof letters;
      search: typeof search;
      story: typeof story;
      waiting: typeof waiting;
      states: typeof states;
      orders: typeof orders;
      history: typeof history;
      archive: typeof archive;
      statistics: typeof statistics;
      webhooks: typeof webhooks;
      notices: typeof notices;
      'cost-centres': typeof costCentres;
      provider: typeof provider;
      send: typeof send;
      templates: typeof templates;
      audit: typeof audit;
      support: typeof support;
    };
  }
}
