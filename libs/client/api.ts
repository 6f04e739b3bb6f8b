// Made by `npm run client` from the routes of the API: never edited. Every route, body and answer as TypeScript sees it.
export interface paths {
  '/v1/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List orders */
    get: operations['Orders.list'];
    put?: never;
    /**
     * Make an order; with letters and submit, one call sends a letter
     * @description A draft until it is submitted. Takes up to 1000 letters; add more to a draft. With `submit: true` all of it is accepted, or nothing is stored and `errors` names what is wrong in which letter.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Orders.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One order, how far its letters are, and what it waits for */
    get: operations['Orders.one'];
    put?: never;
    post?: never;
    /** Delete a draft and what was written in it */
    delete: operations['Orders.delete'];
    options?: never;
    head?: never;
    /** Change options of a draft */
    patch: operations['Orders.change'];
    trace?: never;
  };
  '/v1/orders/{id}/letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Add up to 1000 letters to a draft
     * @description Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Orders.addLetters'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}/letters/{letterId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take a letter out of a draft */
    delete: operations['Orders.deleteLetter'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a draft firm
     * @description Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Orders.submit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List drafts, the newest first, and what each still needs */
    get: operations['Drafts.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One draft, whole, to go on with it */
    get: operations['Drafts.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts/{id}/preparation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Keep what is prepared of a draft and no letter yet
     * @description It goes when the draft is submitted or deleted. Nothing of it is checked before it becomes a letter.
     */
    put: operations['Drafts.prepare'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts/{id}/letter': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Make a draft a letter to one recipient
     * @description The first letter of an empty draft, or in the place of its only one.
     */
    put: operations['Drafts.putOnly'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts/{id}/letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The letters of a draft and who they are for */
    get: operations['Drafts.lettersOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Make the same in all letters of a draft
     * @description What is not named stays in each. All letters change, or none.
     */
    patch: operations['Drafts.changeAll'];
    trace?: never;
  };
  '/v1/drafts/{id}/letters/{letterId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Write a letter of a draft anew in its place */
    put: operations['Drafts.change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts/{id}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tell all that submission would refuse
     * @description Nothing is submitted and nothing is changed; it needs no Idempotency-Key.
     */
    post: operations['Drafts.check'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/drafts/{id}/estimate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What a draft will cost, as far as one of its letters tells
     * @description All letters are reckoned with the sheets and the envelope of the one that was looked at; each is weighed when it is composed.
     */
    get: operations['Drafts.estimate'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}/repeat': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a draft of a former order
     * @description Its options and, as far as they are not erased, its letters with their documents and templates. `leftOut` says what did not come over.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Drafts.repeat'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What may be chosen for an order: print rooms, services, envelopes; senders and cost centres of late */
    get: operations['Choices.choices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/previews': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a letter to look at before it is ordered
     * @description What can be told without a print room is refused at once, as in an order. The rest is made as the order’s letter would be: `ready` with its pages, weight, price and warnings, or `refused` with its problems. Most are made while the call waits; when the answer is still `making`, ask for it again. Nothing is ordered. Repeated with its key, it answers how the same preview stands now.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Previews.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/previews/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One preview: how the letter would be made, or why it cannot be */
    get: operations['Previews.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/previews/{id}/letter.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The pages as they will be printed
     * @description An order of the same letter prints these very bytes, and fills in the marks of each copy where the placeholders stand.
     */
    get: operations['Previews.letter'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/previews/{id}/pages/{number}.png': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One page as a picture, with the window and the zones drawn over it when asked for
     * @description In grey when the letter is printed in black; with zones always in colour.
     */
    get: operations['Previews.page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List letters */
    get: operations['Letters.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/letters/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Find letters by reference, registered number, name or postcode
     * @description A POST, because what may be a person’s own never stands in a URL. It changes nothing and needs no Idempotency-Key.
     */
    post: operations['Letters.search'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/letters/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One letter: its state, its story, and what it waits for */
    get: operations['Letters.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/letters/{id}/composed.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The composed pages, as they are printed */
    get: operations['Letters.composed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/letters/{id}/pages/{number}.png': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One of the composed pages as a picture
     * @description In grey when the letter is printed in black.
     */
    get: operations['Letters.page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/letters/{id}/deposit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The deposit a letter went with: the account's own letters in it
     * @description JSON, or a PDF to file when the Accept header asks for application/pdf.
     */
    get: operations['Letters.deposit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/addresses/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Judge an address before it is used
     * @description Takes an address by its fields, or free lines as a person wrote them; answers it by fields, its lines as printed, what is unsure, what could be corrected, and what keeps it from being printed. Nothing is stored and nothing is changed: send the address that you settle on with the letter.
     */
    post: operations['Addresses.check'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List imports */
    get: operations['Imports.list'];
    put?: never;
    /**
     * Say how a file of letters is to be read into a draft
     * @description For large orders: CSV of any usual delimiter and encoding, or JSON Lines. The file itself is sent to `/v1/imports/{id}/content`. As long as the import is not complete its order cannot be submitted.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Imports.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/beginning': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * See how a file of letters would be read
     * @description Send its first bytes, up to 262144: headings, the first rows, and which column is taken for what. Nothing is stored.
     */
    post: operations['Imports.beginning'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One import: how far its file is read, and what was found */
    get: operations['Imports.one'];
    put?: never;
    post?: never;
    /** End an import and take its letters out of the draft */
    delete: operations['Imports.delete'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{id}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Send the file, or the rest of it
     * @description Read as it comes: each good row is a letter of the draft at once, each other one is left out and told in `errors.csv`. Broken off, go on from `nextByte` with `Upload-Offset`, or send the whole file again: rows that are known are skipped. It may be sent as often as you like: no row is taken twice.
     */
    put: operations['Imports.receive'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{id}/errors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The rows left out, page by page */
    get: operations['Imports.errorRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{id}/errors.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The rows left out, and how to mend them
     * @description One line for each thing to mend, with its row and column. It holds what the cells held, and is erased 7 days after the import is complete.
     */
    get: operations['Imports.errors'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/letters/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a letter, until its deposit closes and as far as the contract allows
     * @description What is paper by then is taken out by a person and spoiled. A refusal is an event `letter.cancellation_refused` too. A letter that is cancelled already is answered as such.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Cancellation.letter'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/orders/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel what can still be cancelled of an order, letter by letter
     * @description Each letter is judged for itself, and the answer says so of each; 1000 letters a call, `next` leads to the further ones. The order is cancelled when all its letters are.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Cancellation.order'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened, in order and without gaps
     * @description The feed of the account in this mode. Keep the last number and go on from it: nothing is skipped, and nothing comes later with a lower number.
     */
    get: operations['Events.after'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/events/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happens, as it happens
     * @description Server-sent events. Each has the number of the event as its id and the event as its data; comments in between keep the connection open. Go on after a break with Last-Event-ID (or `after`): nothing is skipped. The stream ends when the key is revoked (`event: end` says so) or the server restarts.
     */
    get: operations['EventStream.stream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/events/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happens in the print room, as it happens
     * @description Server-sent events. Each has the number of the event as its id and the event as its data; comments in between keep the connection open. Go on after a break with Last-Event-ID (or `after`): nothing is skipped. The stream ends when the key is revoked (`event: end` says so) or the server restarts.
     */
    get: operations['EventStream.streamOfSite'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the webhooks */
    get: operations['Webhooks.list'];
    put?: never;
    /**
     * Have events sent to an address of yours
     * @description Each event of the feed is posted as a message signed by Standard Webhooks 1.0.0 (webhook-id, webhook-timestamp, webhook-signature), at least once and tried ten times over three days. Only 2xx says that it has arrived; 410 switches the webhook off. The secret is in this answer; sent again with the same Idempotency-Key, the same answer shows it once more.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Webhooks.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read a webhook: whether it is on, and why not */
    get: operations['Webhooks.one'];
    put?: never;
    post?: never;
    /** Delete a webhook; its address and secrets are erased */
    delete: operations['Webhooks.remove'];
    options?: never;
    head?: never;
    /**
     * Change a webhook
     * @description What is left out stays. A new address is tried at once with all that waits.
     */
    patch: operations['Webhooks.change'];
    trace?: never;
  };
  '/v1/webhooks/{id}/rotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Change the secret
     * @description For some hours both secrets sign each message, so that you change yours at your leisure.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Webhooks.rotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/enable': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Switch a disabled webhook on again
     * @description Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Webhooks.enable'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a test message
     * @description Its type is webhook.test. It is tried once, also while the webhook is disabled; read the delivery to see how it went.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Webhooks.test'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was sent, how often, and how it was answered
     * @description What was delivered is listed for 30 days, what failed for 90; the feed keeps the events for ever.
     */
    get: operations['Webhooks.log'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/deliveries/{deliveryId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read one delivery */
    get: operations['Webhooks.delivery'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/deliveries/{deliveryId}/redeliver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send one message again
     * @description Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Webhooks.again'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/webhooks/{id}/redeliver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a range of events again
     * @description By their numbers in the feed, those before the webhook was made too. A message of the same events has the same webhook-id as the first time.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Webhooks.range'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notice-links/look': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Who would like to send notices to the reader of a mail, by its link */
    post: operations['NoticeLinks.look'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notice-links/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say yes to the notices, by the link */
    post: operations['NoticeLinks.confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the mail notices that are on */
    get: operations['Notices.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notices/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Have mails sent when something of a kind happens
     * @description Several events come in one mail, at most one mail in ten minutes of each kind. It names orders and letters by their ids, nobody by name or address. An address that is new to the account is sent a link first; what happens until its reader says yes is told then.
     */
    put: operations['Notices.set'];
    post?: never;
    /** Send no more mails of that kind; the addresses are erased */
    delete: operations['Notices.remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/notices/{kind}/confirmation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Send another link to an address that is not confirmed
     * @description The former link is good no more.
     */
    put: operations['Notices.askAgain'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/history/letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Letters that were submitted, newest order first */
    get: operations['History.letters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/history/letters.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same letters, all of them, for a spreadsheet */
    get: operations['History.letterFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/history/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Orders that were submitted, newest first */
    get: operations['History.orders'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/history/orders.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same orders, all of them, for a spreadsheet */
    get: operations['History.orderFile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/history/choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What history and statistics may be chosen by */
    get: operations['History.choices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List files of sent letters in the archive, newest first
     * @description Those erased are listed too, with the day and the reason: that there was a file stays known.
     */
    get: operations['Archive.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/archive/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Find archived files by recipient or reference
     * @description A POST, because what may be a person’s own never stands in a URL. It changes nothing and needs no Idempotency-Key.
     */
    post: operations['Archive.search'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/archive/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One archived file, and who opened it */
    get: operations['Archive.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/archive/{id}/file.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The file: the very pages that were printed
     * @description Each reading is an event of the account’s feed, `archive.opened`.
     */
    get: operations['Archive.file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/archive/{id}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have an archived file erased now, before its time
     * @description It cannot be read any more at once; its bytes go with the next erasure of the print room.
     */
    post: operations['Archive.end'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statistics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Letters of a period, counted by month, service, state and more
     * @description By the day of submission; drafts are not counted. Each number is the length of the list that `/v1/history/letters` gives for the same choice.
     */
    get: operations['Statistics.statistics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statistics.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same for a spreadsheet */
    get: operations['Statistics.file'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/cost-centres': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The account's list of cost centres */
    get: operations['CostCentres.list'];
    put?: never;
    /** Add a cost centre to the list */
    post: operations['CostCentres.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/cost-centres/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Rename a cost centre, retire it, or take it back into use */
    patch: operations['CostCentres.change'];
    trace?: never;
  };
  '/v1/account/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the account asks of its own orders */
    get: operations['CostCentres.settings'];
    /** Say what the account asks of its own orders */
    put: operations['CostCentres.set'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List templates */
    get: operations['Templates.list'];
    put?: never;
    /**
     * Make a template
     * @description Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Templates.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make a letter of a template that is not saved yet, to look at it
     * @description As a preview of a letter to an invented recipient: `GET /v1/previews/{id}` and its pages show it, also most that are refused. The HTML is erased with it.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Templates.preview'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One template */
    get: operations['Templates.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who changed what of a template, and when: versions added, asked to be approved, approved, withdrawn */
    get: operations['Templates.history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List versions */
    get: operations['Templates.versions'];
    put?: never;
    /**
     * Add a version: Liquid in HTML, the JSON Schema of its data, and a sample
     * @description Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Templates.addVersion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{id}/versions/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One version with its HTML, schema and sample, and why it was not approved */
    get: operations['Templates.version'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{id}/versions/{version}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have a version approved for live letters
     * @description The sample data must fill it without fault, which is answered at once. Then a print room composes it: the version is `proofing`, and soon `approved`, or a `draft` again whose `reason` and `reasonText` say what to mend: not A4, or printed where Pli sets the address and its marks. Read the version to know. In test mode a version may be used before.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Templates.approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates/{id}/versions/{version}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take a version out of use
     * @description Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Templates.withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/documents': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List documents */
    get: operations['Documents.list'];
    put?: never;
    /**
     * Upload a PDF to print as it is
     * @description The bytes themselves, or a form with one part named `file`. A4, fonts embedded, nothing that runs, not encrypted, readable by two parsers; what is to mend is told page by page. It is rewritten once and looks the same; the bytes as sent are kept beside.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Documents.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/documents/{id}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept a repaired document
     * @description Look at `content.pdf` first: it is what will be printed.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Documents.accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/documents/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One document */
    get: operations['Documents.one'];
    put?: never;
    post?: never;
    /**
     * Erase a document
     * @description Its bytes as sent and as printed, their hash, and what was read in them. Letters made of it stay as they are; one that has not ended keeps it.
     */
    delete: operations['Documents.remove'];
    options?: never;
    head?: never;
    /**
     * Name a document, or keep it to use it again
     * @description What is kept in the library is not erased with the letters that used it.
     */
    patch: operations['Documents.change'];
    trace?: never;
  };
  '/v1/documents/{id}/pages/{number}.png': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One page of a document as a picture, as it is printed or as it was sent */
    get: operations['Documents.page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/documents/picture': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A page of a PDF that is not stored, as a picture
     * @description To show where a document that was refused is to be mended: what is refused is not kept, so send its bytes again. Nothing is stored.
     */
    post: operations['Documents.picture'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/documents/{id}/content.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The pages as they are printed */
    get: operations['Documents.content'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/documents/{id}/original.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The bytes as they were sent
     * @description Unexamined bytes are nobody else’s: what was refused is not kept.
     */
    get: operations['Documents.original'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/documents/{id}/split': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Find the letters in one long document
     * @description By a number of pages, by text in a zone of the page, or by barcode. Nothing is stored: give each letter the part as its content ({kind: 'document', documentId, pages}), and the address lines to POST /v1/addresses/check.
     */
    post: operations['Splitting.split'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/board': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Today at a glance: what is in which stage, how old, at risk and late; the next cut-off and trucks
     * @description Each number names the list that it equals.
     */
    get: operations['Board.board'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/attention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is stuck or suspect, by cause, with who can act and what is suggested
     * @description Everything that waits for a person or is past its deadline: pieces that no machine vouches for, lots, first-offs, trays, deposits, cases, letters and machines. Each group names the list that it equals.
     */
    get: operations['Board.attention'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/effects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What an action would do to pieces, letters, lots, trays, numbers and postage, before it is done
     * @description The action is done by the rule that does it, and taken back: nothing stays. `possible` false tells why it would be refused.
     */
    post: operations['Effects.of'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/machines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Machines and carriers: how each was when it was last asked, and what it is making
     * @description Asked by the watch of the worker every few seconds; this route asks no machine.
     */
    get: operations['Machines.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/days/{day}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A day of the print room: what it counted, what is open, what was carried over to it, and who signed */
    get: operations['Days.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/days/{day}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign the end of a day: everything open is settled, or explained with a new date and an owner */
    post: operations['Days.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/letters/{id}/reveal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Show address and pages of a letter for a few minutes, to the caller alone, with a reason
     * @description The sender reads in its own feed who was shown the letter, in which role, why and until when.
     */
    post: operations['Reveals.reveal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/letters/{id}/revealed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the caller may still see of a letter */
    get: operations['Reveals.revealed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/letters/{id}/revealed/{page}.png': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One page of a revealed letter as a picture */
    get: operations['Reveals.page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/orders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List submitted orders */
    get: operations['FloorOrders.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/orders/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One order */
    get: operations['FloorOrders.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/orders/{id}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuse an order of which nothing is on paper yet; the customer reads why */
    post: operations['FloorOrders.refuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List letters that were submitted, in the order in which they came
     * @description Content and address are masked: the floor sees codes, counts and the postcode.
     */
    get: operations['FloorLetters.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/letters/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One letter: its copies, and its story with who did what and why
     * @description Content and address are masked: the floor sees codes, counts and the postcode.
     */
    get: operations['FloorLetters.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/pool': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What waits for a lot */
    get: operations['Pool.groups'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/pool/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Release now: form lots of what waits, however few letters they are */
    post: operations['Pool.release'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/lots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List lots with their balances and what they wait for */
    get: operations['Lots.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/lots/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One lot with its pieces by state and its trays */
    get: operations['Lots.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/lots/{id}/first-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign the first closed envelope of a lot: window, fold, contents, weight and mark were looked at
     * @description Once a lot, and again after a change of stock or operator. Without an Idempotency-Key each call signs.
     *
     *     Takes an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Lots.signFirstOff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/lots/{id}/spoiled-sheets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Report spoiled sheets of a lot that does not balance
     * @description Without an Idempotency-Key each call counts as a report of its own.
     *
     *     Takes an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Lots.reportSpoiled'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/pieces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List pieces; suspect and diverted ones unless told otherwise, one by its code
     * @description Addresses and pages are masked: the floor sees codes, counts and the postcode.
     */
    get: operations['Pieces.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/pieces/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One piece */
    get: operations['Pieces.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/pieces/{id}/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tell what was found out about a suspect, diverted, missing, refused or damaged piece */
    post: operations['Pieces.resolve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/refunds': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The refund list: franking marks of copies that will never be posted */
    get: operations['MarksAndNumbers.refunds'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/registered-numbers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Registered numbers: assigned, used, void, and how many are free */
    get: operations['MarksAndNumbers.numbers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/scans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Scan a code: what it is, and what to do with what bears it
     * @description Window and sheet codes, trays, lot tickets, deposit slips. It changes one thing only: a copy that was counted as spoiled or voided, and turns up, is put aside as diverted.
     */
    post: operations['Scans.scan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/trays': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List trays */
    get: operations['Trays.list'];
    put?: never;
    /** Open a residual tray for what came back: pieces missing or refused at a deposit, or released */
    post: operations['Trays.open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/trays/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One tray */
    get: operations['Trays.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/trays/{id}/seal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Seal a tray: it goes with the next deposit, and nothing changes in it any more */
    post: operations['Trays.seal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/trays/{id}/pieces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Scan a closed envelope into a tray
     * @description For pieces that are suspect, diverted, missing or refused at a deposit. Scanned again into the same tray nothing changes; a copy that was counted as dead is put aside instead.
     */
    post: operations['Trays.scanInto'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/trays/{id}/break-seal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Break the seal of a tray whose deposit still takes trays: it is open again until it is sealed anew */
    post: operations['Trays.breakSeal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/deposits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List deposits */
    get: operations['Deposits.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/deposits/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One deposit: declared, found, its trays and cases */
    get: operations['Deposits.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/deposits/{id}/slip.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The deposit slip */
    get: operations['Deposits.slip'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/deposits/{id}/acknowledgement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Type in the carrier's stamped slip, when its file does not come
     * @description Whole in itself: what it does not name is accepted. Read once more what is to be typed: the first whole word of the carrier counts, and what differs later is settled case by case.
     */
    post: operations['Deposits.acknowledge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List cases: what the carrier's counts and our slips do not agree about */
    get: operations['Cases.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/cases/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One case */
    get: operations['Cases.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/cases/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close a case by a decision, with its reason
     * @description A missing piece is lost or found by the carrier; a count is explained, or lacks a piece that is named; an undeclared item is explained. A piece that is in hand again closes its case by its scan.
     */
    post: operations['Cases.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened in the print room, in order and without gaps
     * @description The feed of the site: its lots, pieces, trays, deposits, cases and machines. Keep the last number and go on from it: nothing is skipped, and nothing comes later with a lower number.
     */
    get: operations['SiteEvents.after'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List accounts */
    get: operations['Accounts.list'];
    put?: never;
    /** Make an account */
    post: operations['Accounts.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/accounts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One account */
    get: operations['Accounts.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Rename or suspend an account */
    patch: operations['Accounts.change'];
    trace?: never;
  };
  '/v1/provider/sites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List sites */
    get: operations['Sites.list'];
    put?: never;
    /** Make a site (a print room) */
    post: operations['Sites.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/sites/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One site */
    get: operations['Sites.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Rename or suspend a site */
    patch: operations['Sites.change'];
    trace?: never;
  };
  '/v1/provider/contracts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List contracts with all their versions */
    get: operations['Contracts.list'];
    put?: never;
    /**
     * Bind an account to a site
     * @description The mode is the site’s. An account may have contracts with several sites.
     */
    post: operations['Contracts.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/contracts/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Change a contract from a date on */
    post: operations['Contracts.addVersion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/devices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List devices */
    get: operations['Devices.list'];
    put?: never;
    /** Add a printer, an inserter or a carrier to a site */
    post: operations['Devices.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/devices/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Retire a device */
    delete: operations['Devices.retire'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/stocks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List stocks with all their versions */
    get: operations['Stocks.list'];
    put?: never;
    /** Tell of an envelope or paper stock */
    post: operations['Stocks.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/stocks/{id}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tell of another batch of a stock */
    post: operations['Stocks.addVersion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/profiles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List profiles with all their versions */
    get: operations['Profiles.list'];
    put?: never;
    /**
     * Say from a date on how a site works, what its carrier's services and prices are, or where its windows are
     * @description Each kind is one dated series a site; every call adds a version. A site needs all four kinds before it takes orders.
     */
    post: operations['Profiles.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/number-ranges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List number ranges */
    get: operations['NumberRanges.list'];
    put?: never;
    /** Give a site numbers for registered mail */
    post: operations['NumberRanges.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/postage-counters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List postage counters */
    get: operations['PostageCounters.list'];
    put?: never;
    /** Open the counter of a site, carrier contract and franking mode */
    post: operations['PostageCounters.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List keys, revoked ones too */
    get: operations['Keys.list'];
    put?: never;
    /**
     * Make a key for a customer, an operator or a provider
     * @description The key is in this answer and nowhere else: only its hash is stored.
     */
    post: operations['Keys.create'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke a key at once */
    delete: operations['Keys.revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in, at which desk */
    get: operations['Session.view'];
    put?: never;
    /**
     * Sign in with e-mail and password
     * @description The session travels in a cookie that no script can read. What changes something by a session says `Pli-Console: 1` and comes from our own pages.
     */
    post: operations['Session.begin'];
    /** Sign out, here or everywhere */
    delete: operations['Session.end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give the second factor */
    post: operations['Session.giveSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/second-factor/passkey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask a passkey as second factor */
    post: operations['Session.askPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/passkey/ask': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for any passkey, to sign in without a password */
    post: operations['Session.askSignIn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/passkey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in with a passkey */
    post: operations['Session.signInByPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/desk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Go to another desk, or to its other mode */
    put: operations['Session.takeDesk'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/single-sign-on': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begin to sign in at one’s organisation
     * @description Tells where the browser goes; the identity provider sends it back to our page.
     */
    post: operations['SingleSignOn.begin'];
    /** Sign out here, and learn where one signs out at one’s organisation */
    delete: operations['SingleSignOn.end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/session/single-sign-on/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in with what one’s organisation sent the browser back with
     * @description Good once, for ten minutes, in the browser that went.
     */
    post: operations['SingleSignOn.complete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/identity-provider': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the people of the account sign in */
    get: operations['IdentityProviders.view'];
    /**
     * Set up an identity provider, or change it
     * @description OpenID Connect: authorization code with PKCE. It signs in people who are invited or work here already, found by an e-mail that it has verified; it makes nobody.
     */
    put: operations['IdentityProviders.set'];
    post?: never;
    /** Sign in by it no more */
    delete: operations['IdentityProviders.remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/identity-provider': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the provider’s own people sign in */
    get: operations['IdentityProviders.viewOwn'];
    /**
     * Set up the identity provider of the provider’s own people, or change it
     * @description OpenID Connect: authorization code with PKCE. It signs in people who are invited or work here already, found by an e-mail that it has verified; it makes nobody.
     */
    put: operations['IdentityProviders.setOwn'];
    post?: never;
    /** Sign the provider’s own people in by it no more */
    delete: operations['IdentityProviders.removeOwn'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/accounts/{id}/identity-provider': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a customer’s identity provider out of use
     * @description For a customer whose people are locked out because it works no more: their own proofs open again.
     */
    delete: operations['IdentityProviders.removeOfAccount'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Find letters and orders by whatever is known of them
     * @description One question for everything that has a number. A POST, because what may be a person’s own never stands in a URL. It changes nothing and needs no Idempotency-Key. Names are found word by word, the last may be cut short; letters whose content was erased are found by their numbers.
     */
    post: operations['Search.forAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/site/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Find letters, lots, trays, deposits and cases by any number or code
     * @description One question for everything that has a number. A POST, because what may be a person’s own never stands in a URL. It changes nothing and needs no Idempotency-Key. Names are masked on the floor: they are not looked for.
     */
    post: operations['Search.atSite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/links/look': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a link out of a mail is for */
    post: operations['Links.look'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/invitations/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accept an invitation
     * @description Who is new chooses a password and is signed in. Who is known already keeps theirs: the answer is null, and they sign in.
     */
    post: operations['Links.accept'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/recoveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask for the way back by mail
     * @description The answer is the same whether anybody has the e-mail or not.
     */
    post: operations['Links.ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/recoveries/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Choose a new password by the link
     * @description All sessions of the person end. A second factor is asked as ever.
     */
    post: operations['Links.recover'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Name, language, proofs and sessions of the person */
    get: operations['Me.view'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Change name or language */
    patch: operations['Me.change'];
    trace?: never;
  };
  '/v1/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Change the password
     * @description Sessions on other devices end.
     */
    put: operations['Me.changePassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End a session on another device */
    delete: operations['Me.endSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/authenticator': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin to set up an authenticator (TOTP) */
    post: operations['Me.offerAuthenticator'];
    /** Remove the authenticator */
    delete: operations['Me.removeAuthenticator'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/authenticator/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take the authenticator into use by a code of it */
    post: operations['Me.confirmAuthenticator'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make new recovery codes
     * @description The former ones are good no more.
     */
    post: operations['Me.renewCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/passkeys/ask': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin to make a passkey */
    post: operations['Me.offerPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/passkeys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a passkey into use */
    post: operations['Me.addPasskey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/me/passkeys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a passkey */
    delete: operations['Me.removePasskey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** People of the account, with their rights */
    get: operations['People.list'];
    put?: never;
    /**
     * Invite somebody by e-mail
     * @description They get a link that is good once, for 14 days. Nobody gives rights that they do not hold.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['People.invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/people/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of them */
    get: operations['People.one'];
    put?: never;
    post?: never;
    /** Remove somebody from the account, or take an invitation back */
    delete: operations['People.remove'];
    options?: never;
    head?: never;
    /**
     * Change role, rights, modes, or suspend
     * @description It holds with the next request of the person.
     */
    patch: operations['People.change'];
    trace?: never;
  };
  '/v1/people/{id}/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Send the invitation again */
    put: operations['People.inviteAgain'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/keys': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Keys of the account in this mode, revoked ones too */
    get: operations['People.listKeys'];
    put?: never;
    /**
     * Make a key for a program
     * @description It may do no more than you may. It is in this answer and nowhere else: only its hash is stored.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['People.makeKey'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/keys/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke a key at once */
    delete: operations['People.revokeKey'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The account, and whether the provider has checked who it is */
    get: operations['People.view'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/account/siret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Say which SIRET the organisation has */
    put: operations['People.claim'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/staff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The provider’s own people: office, print rooms, auditors */
    get: operations['Staff.list'];
    put?: never;
    /** Invite somebody of the provider’s own */
    post: operations['Staff.invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/staff/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove somebody of the provider’s own */
    delete: operations['Staff.remove'];
    options?: never;
    head?: never;
    /** Change role or rights, or suspend */
    patch: operations['Staff.change'];
    trace?: never;
  };
  '/v1/provider/staff/{id}/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Send an invitation again, of staff or of a customer’s people */
    put: operations['Staff.inviteAgain'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/staff/{id}/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take the second factors of somebody who lost them
     * @description Their sessions end; they set up new ones when they sign in next. For staff and for customers’ people.
     */
    delete: operations['Staff.resetSecondFactor'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/accounts/{id}/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** People of a customer */
    get: operations['Staff.listOfAccount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/accounts/{id}/administrators': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Invite an administrator of a customer */
    post: operations['Staff.inviteAdministrator'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit/letters/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Find letters by an id, a code that Pli prints, or a registered number; never by a name */
    post: operations['Audit.search'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit/letters/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All that the ledger tells of a letter, its order, its copies and what these went through
     * @description With what is needed to compute each hash anew, and the runs of the processes that carried it. That it was read is an event about the letter, which stands in the answer.
     */
    get: operations['Audit.ledger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit/letters/{id}/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A stretch of a stream that tells of the letter, with all that lies between
     * @description At most 1000 events; `next` leads on. Numbers follow each other, so that nothing can be left out.
     */
    get: operations['Audit.slice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit/letters/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The history of a process that carried the letter, as steps
     * @description `kept: false` when the namespace keeps it no more; what it did stands in the ledger.
     */
    get: operations['Audit.history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit/letters/{id}/history.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as Temporal exports it, to be replayed */
    get: operations['Audit.raw'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audit/letters/{id}/evidence.zip': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One file of all: ledger, stretches of the streams, histories, and how to check them without us */
    get: operations['Audit.zip'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tickets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List questions to support, the newest first */
    get: operations['Tickets.list'];
    put?: never;
    /**
     * Ask support, about a letter, an order or anything else
     * @description It is answered within the opening time that `GET /v1/support/hours` tells; late, whoever leads support is called. Texts are erased some time after it is closed.
     *
     *     Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Tickets.open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tickets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One question with all that was said */
    get: operations['Tickets.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tickets/{id}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Write again; a question that was answered or closed is open again
     * @description Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Tickets.write'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tickets/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Close a question: no more is needed
     * @description Needs an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['Tickets.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/support/hours': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** When support can be reached, and within which opening time it answers */
    get: operations['Tickets.hours'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/support/tickets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The questions of all accounts; those that wait come by when their answer is due */
    get: operations['SupportDesk.list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/support/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many questions wait, are late, were escalated, answered, closed */
    get: operations['SupportDesk.counts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/support/tickets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One question with all that was said */
    get: operations['SupportDesk.one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/support/tickets/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Answer; whoever asked is told by mail
     * @description An Idempotency-Key makes an answer that is sent twice one.
     *
     *     Takes an Idempotency-Key: sent again with the same key, it has no second effect.
     */
    post: operations['SupportDesk.answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/support/tickets/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Close a question */
    post: operations['SupportDesk.close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/support/tickets/{id}/escalate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Call whoever leads support, before the answer is overdue */
    post: operations['SupportDesk.escalate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/provider/support-profiles': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How support works: opening hours, holidays and times, with all their versions */
    get: operations['SupportProfiles.list'];
    put?: never;
    /** Say from a date on when support is open, how soon it answers, and who is called when it does not */
    post: operations['SupportProfiles.add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This API for programs (OpenAPI 3.1) */
    get: operations['Docs.openApi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/docs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This API for people */
    get: operations['Docs.page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/problems': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All problem codes */
    get: operations['Docs.problems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/problems/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a problem code means and how to mend it */
    get: operations['Docs.problem'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/healthz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the process lives */
    get: operations['Health.alive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/readyz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether requests may be sent here
     * @description Answers 503 while it is not ready.
     */
    get: operations['Health.ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    NewOrder: {
      /**
       * @description For all its letters; what is left out is the default
       * @default {}
       */
      options?: {
        /** @enum {string} */
        colour?: 'black' | 'colour';
        /**
         * @description simplex: one side; duplex: both sides of each sheet
         * @enum {string}
         */
        sides?: 'simplex' | 'duplex';
        /**
         * @description auto: the smallest that holds the sheets
         * @enum {string}
         */
        envelope?: 'auto' | 'C5/6' | 'C5' | 'C4';
        /** @enum {string} */
        service?: 'priority' | 'registered' | 'economy';
        /**
         * @description Proof of receipt (AR) of a registered letter
         * @enum {string}
         */
        acknowledgement?: 'none' | 'paper' | 'digital';
        /** @enum {string} */
        channel?: 'paper' | 'electronic' | 'electronic_with_paper_fallback';
        archive?: {
          /** @enum {string} */
          kind: 'none' | 'simple' | 'evidential';
          /**
           * @description How long it keeps the file; a simple archive without it keeps it until the account ends it
           * @enum {number}
           */
          years?: 1 | 3 | 5 | 10 | 30;
        };
        costCentre?: string;
        clientReference?: string;
        /**
         * Format: date
         * @description The planned deposit date
         * @example 2027-03-28
         */
        sendDate?: string;
        /** @description Id of a document laid under the pages (letterhead) */
        backgroundPage?: string;
        /** @description Ids of inserts, in feeding order */
        inserts?: string[];
        /** @enum {string} */
        returnAddress?: 'sender' | 'site_box';
        /** @enum {string} */
        integrity?: 'tracked' | 'count_only';
        /**
         * @description What happens to a page without a free zone for the sheet code
         * @enum {string}
         */
        markConflict?: 'refuse' | 'reduce' | 'count_only';
      };
      /**
       * @description The print room; needed only when the account has contracts with several
       * @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      siteId?: string;
      /** @description For the letters of this call that name none */
      sender?: components['schemas']['PostalAddress'];
      letters?: components['schemas']['NewLetter'][];
      /**
       * @description Warnings accepted for all its letters, by code
       * @default []
       */
      accept?: 'other_address_in_window'[];
      /**
       * @description Makes it firm with this call: nothing is stored unless all of it can be made
       * @default false
       */
      submit?: boolean;
    };
    /** @description A postal address by fields. Its lines are derived by the rules of its country’s post (in France NF Z 10-011): at most 6 of 38 characters; abroad a seventh says the country in French */
    PostalAddress: {
      /**
       * @description A natural person, or an organisation: it decides the order of the lines
       * @enum {string}
       */
      kind: 'person' | 'organisation';
      /** @description The organisation's name; line 1, in Belgium below the person */
      organisation?: string;
      /** @description A person's title and name; in an organisation, the person or service */
      name?: string;
      /** @description Flat, floor, stairs, letter box, c/o */
      deliveryPoint?: string;
      /** @description Entrance, building, residence */
      building?: string;
      /** @description With its BIS or TER; printed before the street in France, behind it elsewhere */
      streetNumber?: string;
      /** @description Kind and name of the street, without its number */
      street?: string;
      /** @description Belgium only: "5", printed "bte 5" (in Flanders "bus 5"), or with its own word */
      box?: string;
      /** @description Hamlet, BP, CS, poste restante; Postfach, Case postale, PO Box; a British locality */
      locality?: string;
      /** @description Italy and Spain: the province, two letters in Italy ("PI"), its name in Spain */
      region?: string;
      /**
       * @description As the country writes it, without the country's letters before it ("B-", "CH-", "L-")
       * @default
       */
      postcode?: string;
      /** @default  */
      town?: string;
      /** @description France only: "CEDEX", or "CEDEX 08" */
      cedex?: string;
      /** @description Instead of street, postcode and town, everything below who it goes to, as the country's post writes it: for every country but FR, MC, BE, LU, DE, CH, LI, IT, ES, GB, AT, CZ, DK, EE, FI, GR, HR, IS, NL, NO, PL, PT, SE, SI, SK */
      lines?: string[];
      /**
       * @description ISO 3166, two letters; FR with its overseas departments and collectivities
       * @default FR
       */
      country?: string;
    };
    NewLetter: {
      recipient: components['schemas']['PostalAddress'];
      /** @description Stands in the window; compulsory for registered letters */
      sender?: components['schemas']['PostalAddress'];
      /** @description What is written: a template filled with data, or an uploaded document */
      content:
        | {
            /** @constant */
            kind: 'template';
            /** @example tpv_06jd2m8v7k3q9x1z5c4b0n6t2w */
            templateVersionId: string;
            /** @description Data of the letter, by the version's JSON Schema */
            data: {
              [key: string]: unknown;
            };
          }
        | {
            /** @constant */
            kind: 'document';
            /**
             * @description Printed as uploaded
             * @example doc_06jd2m8v7k3q9x1z5c4b0n6t2w
             */
            documentId: string;
            /**
             * @description The pages that are this letter; all when left out
             * @example 1-2,7
             */
            pages?: string;
            /**
             * @description auto: the first page serves as address page if its window shows the recipient as on record and nothing else, otherwise one is added; add: always one of ours
             * @default auto
             * @enum {string}
             */
            addressPage?: 'auto' | 'add';
          };
      /** @description Documents after the letter, whole or some pages of them; each begins a sheet */
      attachments?: (
        | string
        | {
            /** @example doc_06jd2m8v7k3q9x1z5c4b0n6t2w */
            documentId: string;
            /**
             * @description All pages when left out
             * @example 1-2,7
             */
            pages?: string;
          }
      )[];
      /** @default {} */
      options?: {
        /** @enum {string} */
        colour?: 'black' | 'colour';
        /**
         * @description simplex: one side; duplex: both sides of each sheet
         * @enum {string}
         */
        sides?: 'simplex' | 'duplex';
        /**
         * @description auto: the smallest that holds the sheets
         * @enum {string}
         */
        envelope?: 'auto' | 'C5/6' | 'C5' | 'C4';
        /** @enum {string} */
        service?: 'priority' | 'registered' | 'economy';
        /**
         * @description Proof of receipt (AR) of a registered letter
         * @enum {string}
         */
        acknowledgement?: 'none' | 'paper' | 'digital';
        /** @enum {string} */
        channel?: 'paper' | 'electronic' | 'electronic_with_paper_fallback';
        /**
         * Format: date
         * @description The planned deposit date
         * @example 2027-03-28
         */
        sendDate?: string;
        /** @description Id of a document laid under the pages (letterhead) */
        backgroundPage?: string;
        /** @description Ids of inserts, in feeding order */
        inserts?: string[];
        /** @enum {string} */
        returnAddress?: 'sender' | 'site_box';
        /** @enum {string} */
        integrity?: 'tracked' | 'count_only';
        /**
         * @description What happens to a page without a free zone for the sheet code
         * @enum {string}
         */
        markConflict?: 'refuse' | 'reduce' | 'count_only';
      };
      /** @description Yours, to find the letter again; erased with its content */
      clientReference?: string;
      /**
       * @description Codes of warnings that are accepted: without it a letter that has one is not made
       * @default []
       */
      accept?: 'other_address_in_window'[];
    };
    OrderReceipt: {
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      state: 'draft' | 'submitted' | 'in_progress' | 'ended' | 'refused' | 'cancelled' | 'deleted';
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @description Taken at submission */
      siteId: string | null;
      letterCount: number;
      /** @description Those of this call */
      letters: {
        /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
        id: string;
        /** @description In its order, from 1 */
        position: number;
      }[];
      submittedAt: string | null;
      /** @description When its letters are composed and checked at the latest */
      deadlineAt: string | null;
    };
    OrderRow: {
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      state: 'draft' | 'submitted' | 'in_progress' | 'ended' | 'refused' | 'cancelled' | 'deleted';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      siteId: string | null;
      letterCount: number;
      /** @description Letters that have not come to rest yet; 0 for a draft */
      openLetters: number;
      clientReference: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      submittedAt: string | null;
      deadlineAt: string | null;
    };
    Order: {
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      state: 'draft' | 'submitted' | 'in_progress' | 'ended' | 'refused' | 'cancelled' | 'deleted';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      siteId: string | null;
      letterCount: number;
      /** @description Letters that have not come to rest yet; 0 for a draft */
      openLetters: number;
      clientReference: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      submittedAt: string | null;
      deadlineAt: string | null;
      options: {
        [key: string]: unknown;
      };
      costCentre: string | null;
      lettersByState: {
        [key: string]: number;
      };
      reason: string | null;
      /** @description What the provider wrote when it refused the order */
      reasonText: string | null;
      waiting: components['schemas']['Waiting'] | null;
    };
    Waiting: {
      /** @description Code of what it waits for */
      for: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      until: string | null;
      /** @description Who can move it on */
      who: string[];
      /** @description Code of what happens at the deadline */
      then: string;
      sentence: string;
    };
    OrderChange: {
      options: {
        /** @enum {string} */
        colour?: 'black' | 'colour';
        /**
         * @description simplex: one side; duplex: both sides of each sheet
         * @enum {string}
         */
        sides?: 'simplex' | 'duplex';
        /**
         * @description auto: the smallest that holds the sheets
         * @enum {string}
         */
        envelope?: 'auto' | 'C5/6' | 'C5' | 'C4';
        /** @enum {string} */
        service?: 'priority' | 'registered' | 'economy';
        /**
         * @description Proof of receipt (AR) of a registered letter
         * @enum {string}
         */
        acknowledgement?: 'none' | 'paper' | 'digital';
        /** @enum {string} */
        channel?: 'paper' | 'electronic' | 'electronic_with_paper_fallback';
        archive?: {
          /** @enum {string} */
          kind: 'none' | 'simple' | 'evidential';
          /**
           * @description How long it keeps the file; a simple archive without it keeps it until the account ends it
           * @enum {number}
           */
          years?: 1 | 3 | 5 | 10 | 30;
        };
        costCentre?: string;
        clientReference?: string;
        /**
         * Format: date
         * @description The planned deposit date
         * @example 2027-03-28
         */
        sendDate?: string;
        /** @description Id of a document laid under the pages (letterhead) */
        backgroundPage?: string;
        /** @description Ids of inserts, in feeding order */
        inserts?: string[];
        /** @enum {string} */
        returnAddress?: 'sender' | 'site_box';
        /** @enum {string} */
        integrity?: 'tracked' | 'count_only';
        /**
         * @description What happens to a page without a free zone for the sheet code
         * @enum {string}
         */
        markConflict?: 'refuse' | 'reduce' | 'count_only';
      };
      /**
       * @description Options to take back
       * @default []
       */
      without?: ('costCentre' | 'clientReference' | 'sendDate' | 'backgroundPage')[];
    };
    NewLetters: {
      letters: components['schemas']['NewLetter'][];
      /** @description For the letters of this call that name none */
      sender?: components['schemas']['PostalAddress'];
    };
    LettersReceipt: {
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      orderId: string;
      /** @description Letters the order holds now */
      letterCount: number;
      letters: {
        /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
        id: string;
        /** @description In its order, from 1 */
        position: number;
      }[];
    };
    OrderSubmission: {
      /**
       * @description The print room; needed only when the account has contracts with several
       * @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      siteId?: string;
      /**
       * @description Warnings accepted for all its letters, by code
       * @default []
       */
      accept?: 'other_address_in_window'[];
      /**
       * @description Submits although rows of imported files were left out; without it that is refused
       * @constant
       */
      importErrors?: 'leave_out';
    };
    DraftRow: {
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      letterCount: number;
      /** @enum {string} */
      service: 'priority' | 'registered' | 'economy';
      clientReference: string | null;
      costCentre: string | null;
      /** @description Who the only letter is for; null for none or several */
      recipient: string | null;
      /** @description What is sent, by the name of its document or template */
      content: {
        /** @enum {string} */
        kind: 'document' | 'template';
        name: string | null;
      } | null;
      /** @description What it still needs, as far as a list can tell; `check` of the draft tells all */
      lacks: ('content' | 'document_to_accept' | 'recipient' | 'sender' | 'import_to_finish' | 'rows_left_out')[];
    };
    Draft: {
      order: components['schemas']['Order'];
      preparation: components['schemas']['Preparation'] | null;
      /** @description The only letter; null for none or several */
      letter: components['schemas']['DraftLetter'] | null;
      imports: components['schemas']['Import'][];
      /** @description Codes of warnings accepted for all its letters */
      accept: string[];
      /** @description What it still needs, as far as a list can tell; `check` of the draft tells all */
      lacks: ('content' | 'document_to_accept' | 'recipient' | 'sender' | 'import_to_finish' | 'rows_left_out')[];
    };
    Preparation: {
      /**
       * @description Where its sender left it
       * @enum {string}
       */
      step?: 'what' | 'to' | 'how' | 'look' | 'price';
      content?:
        | {
            /** @constant */
            kind: 'document';
            /** @example doc_06jd2m8v7k3q9x1z5c4b0n6t2w */
            documentId?: string;
            /** @example 1-2,7 */
            pages?: string;
            /** @enum {string} */
            addressPage?: 'auto' | 'add';
          }
        | {
            /** @constant */
            kind: 'template';
            /** @example tpl_06jd2m8v7k3q9x1z5c4b0n6t2w */
            templateId?: string;
            /** @example tpv_06jd2m8v7k3q9x1z5c4b0n6t2w */
            templateVersionId?: string;
            /** @default {} */
            data: {
              [key: string]: unknown;
            };
          };
      attachments?: {
        /** @example doc_06jd2m8v7k3q9x1z5c4b0n6t2w */
        documentId: string;
        /** @example 1-2,7 */
        pages?: string;
      }[];
      /** @description A postal address by fields. Its lines are derived by the rules of its country’s post (in France NF Z 10-011): at most 6 of 38 characters; abroad a seventh says the country in French */
      sender?: {
        /**
         * @description A natural person, or an organisation: it decides the order of the lines
         * @enum {string}
         */
        kind: 'person' | 'organisation';
        /** @description The organisation's name; line 1, in Belgium below the person */
        organisation?: string;
        /** @description A person's title and name; in an organisation, the person or service */
        name?: string;
        /** @description Flat, floor, stairs, letter box, c/o */
        deliveryPoint?: string;
        /** @description Entrance, building, residence */
        building?: string;
        /** @description With its BIS or TER; printed before the street in France, behind it elsewhere */
        streetNumber?: string;
        /** @description Kind and name of the street, without its number */
        street?: string;
        /** @description Belgium only: "5", printed "bte 5" (in Flanders "bus 5"), or with its own word */
        box?: string;
        /** @description Hamlet, BP, CS, poste restante; Postfach, Case postale, PO Box; a British locality */
        locality?: string;
        /** @description Italy and Spain: the province, two letters in Italy ("PI"), its name in Spain */
        region?: string;
        /**
         * @description As the country writes it, without the country's letters before it ("B-", "CH-", "L-")
         * @default
         */
        postcode: string;
        /** @default  */
        town: string;
        /** @description France only: "CEDEX", or "CEDEX 08" */
        cedex?: string;
        /** @description Instead of street, postcode and town, everything below who it goes to, as the country's post writes it: for every country but FR, MC, BE, LU, DE, CH, LI, IT, ES, GB, AT, CZ, DK, EE, FI, GR, HR, IS, NL, NO, PL, PT, SE, SI, SK */
        lines?: string[];
        /**
         * @description ISO 3166, two letters; FR with its overseas departments and collectivities
         * @default FR
         */
        country: string;
      };
      to?: {
        /** @enum {string} */
        way: 'one' | 'file';
        /** @description As they were pasted */
        lines?: string;
        /** @description A postal address by fields. Its lines are derived by the rules of its country’s post (in France NF Z 10-011): at most 6 of 38 characters; abroad a seventh says the country in French */
        address?: {
          /**
           * @description A natural person, or an organisation: it decides the order of the lines
           * @enum {string}
           */
          kind: 'person' | 'organisation';
          /** @description The organisation's name; line 1, in Belgium below the person */
          organisation?: string;
          /** @description A person's title and name; in an organisation, the person or service */
          name?: string;
          /** @description Flat, floor, stairs, letter box, c/o */
          deliveryPoint?: string;
          /** @description Entrance, building, residence */
          building?: string;
          /** @description With its BIS or TER; printed before the street in France, behind it elsewhere */
          streetNumber?: string;
          /** @description Kind and name of the street, without its number */
          street?: string;
          /** @description Belgium only: "5", printed "bte 5" (in Flanders "bus 5"), or with its own word */
          box?: string;
          /** @description Hamlet, BP, CS, poste restante; Postfach, Case postale, PO Box; a British locality */
          locality?: string;
          /** @description Italy and Spain: the province, two letters in Italy ("PI"), its name in Spain */
          region?: string;
          /**
           * @description As the country writes it, without the country's letters before it ("B-", "CH-", "L-")
           * @default
           */
          postcode: string;
          /** @default  */
          town: string;
          /** @description France only: "CEDEX", or "CEDEX 08" */
          cedex?: string;
          /** @description Instead of street, postcode and town, everything below who it goes to, as the country's post writes it: for every country but FR, MC, BE, LU, DE, CH, LI, IT, ES, GB, AT, CZ, DK, EE, FI, GR, HR, IS, NL, NO, PL, PT, SE, SI, SK */
          lines?: string[];
          /**
           * @description ISO 3166, two letters; FR with its overseas departments and collectivities
           * @default FR
           */
          country: string;
        };
        clientReference?: string;
      };
      /** @description Codes of warnings that are accepted: without it a letter that has one is not made */
      accept?: 'other_address_in_window'[];
    };
    DraftLetter: {
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      position: number;
      letter: {
        /** @description A postal address by fields. Its lines are derived by the rules of its country’s post (in France NF Z 10-011): at most 6 of 38 characters; abroad a seventh says the country in French */
        recipient: {
          /**
           * @description A natural person, or an organisation: it decides the order of the lines
           * @enum {string}
           */
          kind: 'person' | 'organisation';
          /** @description The organisation's name; line 1, in Belgium below the person */
          organisation?: string;
          /** @description A person's title and name; in an organisation, the person or service */
          name?: string;
          /** @description Flat, floor, stairs, letter box, c/o */
          deliveryPoint?: string;
          /** @description Entrance, building, residence */
          building?: string;
          /** @description With its BIS or TER; printed before the street in France, behind it elsewhere */
          streetNumber?: string;
          /** @description Kind and name of the street, without its number */
          street?: string;
          /** @description Belgium only: "5", printed "bte 5" (in Flanders "bus 5"), or with its own word */
          box?: string;
          /** @description Hamlet, BP, CS, poste restante; Postfach, Case postale, PO Box; a British locality */
          locality?: string;
          /** @description Italy and Spain: the province, two letters in Italy ("PI"), its name in Spain */
          region?: string;
          /**
           * @description As the country writes it, without the country's letters before it ("B-", "CH-", "L-")
           * @default
           */
          postcode: string;
          /** @default  */
          town: string;
          /** @description France only: "CEDEX", or "CEDEX 08" */
          cedex?: string;
          /** @description Instead of street, postcode and town, everything below who it goes to, as the country's post writes it: for every country but FR, MC, BE, LU, DE, CH, LI, IT, ES, GB, AT, CZ, DK, EE, FI, GR, HR, IS, NL, NO, PL, PT, SE, SI, SK */
          lines?: string[];
          /**
           * @description ISO 3166, two letters; FR with its overseas departments and collectivities
           * @default FR
           */
          country: string;
        };
        /** @description A postal address by fields. Its lines are derived by the rules of its country’s post (in France NF Z 10-011): at most 6 of 38 characters; abroad a seventh says the country in French */
        sender?: {
          /**
           * @description A natural person, or an organisation: it decides the order of the lines
           * @enum {string}
           */
          kind: 'person' | 'organisation';
          /** @description The organisation's name; line 1, in Belgium below the person */
          organisation?: string;
          /** @description A person's title and name; in an organisation, the person or service */
          name?: string;
          /** @description Flat, floor, stairs, letter box, c/o */
          deliveryPoint?: string;
          /** @description Entrance, building, residence */
          building?: string;
          /** @description With its BIS or TER; printed before the street in France, behind it elsewhere */
          streetNumber?: string;
          /** @description Kind and name of the street, without its number */
          street?: string;
          /** @description Belgium only: "5", printed "bte 5" (in Flanders "bus 5"), or with its own word */
          box?: string;
          /** @description Hamlet, BP, CS, poste restante; Postfach, Case postale, PO Box; a British locality */
          locality?: string;
          /** @description Italy and Spain: the province, two letters in Italy ("PI"), its name in Spain */
          region?: string;
          /**
           * @description As the country writes it, without the country's letters before it ("B-", "CH-", "L-")
           * @default
           */
          postcode: string;
          /** @default  */
          town: string;
          /** @description France only: "CEDEX", or "CEDEX 08" */
          cedex?: string;
          /** @description Instead of street, postcode and town, everything below who it goes to, as the country's post writes it: for every country but FR, MC, BE, LU, DE, CH, LI, IT, ES, GB, AT, CZ, DK, EE, FI, GR, HR, IS, NL, NO, PL, PT, SE, SI, SK */
          lines?: string[];
          /**
           * @description ISO 3166, two letters; FR with its overseas departments and collectivities
           * @default FR
           */
          country: string;
        };
        /** @description What is written: a template filled with data, or an uploaded document */
        content:
          | {
              /** @constant */
              kind: 'template';
              /** @example tpv_06jd2m8v7k3q9x1z5c4b0n6t2w */
              templateVersionId: string;
              /** @description Data of the letter, by the version's JSON Schema */
              data: {
                [key: string]: unknown;
              };
            }
          | {
              /** @constant */
              kind: 'document';
              /**
               * @description Printed as uploaded
               * @example doc_06jd2m8v7k3q9x1z5c4b0n6t2w
               */
              documentId: string;
              /**
               * @description The pages that are this letter; all when left out
               * @example 1-2,7
               */
              pages?: string;
              /**
               * @description auto: the first page serves as address page if its window shows the recipient as on record and nothing else, otherwise one is added; add: always one of ours
               * @default auto
               * @enum {string}
               */
              addressPage: 'auto' | 'add';
            };
        attachments: {
          /** @example doc_06jd2m8v7k3q9x1z5c4b0n6t2w */
          documentId: string;
          /** @example 1-2,7 */
          pages?: string;
        }[];
        options: {
          /** @enum {string} */
          colour?: 'black' | 'colour';
          /**
           * @description simplex: one side; duplex: both sides of each sheet
           * @enum {string}
           */
          sides?: 'simplex' | 'duplex';
          /**
           * @description auto: the smallest that holds the sheets
           * @enum {string}
           */
          envelope?: 'auto' | 'C5/6' | 'C5' | 'C4';
          /** @enum {string} */
          service?: 'priority' | 'registered' | 'economy';
          /**
           * @description Proof of receipt (AR) of a registered letter
           * @enum {string}
           */
          acknowledgement?: 'none' | 'paper' | 'digital';
          /** @enum {string} */
          channel?: 'paper' | 'electronic' | 'electronic_with_paper_fallback';
          /**
           * Format: date
           * @description The planned deposit date
           * @example 2027-03-28
           */
          sendDate?: string;
          /** @description Id of a document laid under the pages (letterhead) */
          backgroundPage?: string;
          /** @description Ids of inserts, in feeding order */
          inserts?: string[];
          /** @enum {string} */
          returnAddress?: 'sender' | 'site_box';
          /** @enum {string} */
          integrity?: 'tracked' | 'count_only';
          /**
           * @description What happens to a page without a free zone for the sheet code
           * @enum {string}
           */
          markConflict?: 'refuse' | 'reduce' | 'count_only';
        };
        clientReference?: string;
        /** @description Codes of warnings that are accepted: without it a letter that has one is not made */
        accept: 'other_address_in_window'[];
      };
    };
    Import: {
      /** @example imp_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      orderId: string;
      /**
       * @description complete: all rows were read. abandoned: not gone on with in time. deleted: its letters were taken out
       * @enum {string}
       */
      state: 'open' | 'receiving' | 'complete' | 'abandoned' | 'deleted';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      /** @description Deadline for going on with it; null once it is complete */
      until: string | null;
      /** @enum {string} */
      format: 'csv' | 'jsonl';
      /** @description Bytes of the file that are stored: where to go on when it broke off */
      nextByte: number;
      rows: {
        /** @description Without the row of headings */
        read: number;
        /** @description Letters added to the draft */
        taken: number;
        /** @description With something to mend; `errors.csv` says what */
        leftOut: number;
      };
      /** @description As found out from the file; null before its first row, and once erased */
      reading: {
        /** @description null while nothing but ASCII was read */
        encoding: string | null;
        delimiter: string | null;
        /** @description Which column was taken for what */
        mapping: components['schemas']['ImportMapping'] | null;
        /** @description Headings that were taken for nothing */
        unusedColumns: string[];
      } | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      completedAt: string | null;
      /** @description Since when the rows left out can no longer be read */
      erasedAt: string | null;
      waiting: components['schemas']['Waiting'] | null;
    };
    ImportMapping: {
      /** @description Fields of the address; several columns are joined */
      recipient?: {
        [key: string]: (string | number) | (string | number)[];
      };
      /** @description Instead of `recipient`: columns that hold the lines of the address, as one would write it */
      recipientLines?: (string | number)[];
      sender?: {
        [key: string]: (string | number) | (string | number)[];
      };
      clientReference?: (string | number) | (string | number)[];
      /** @description Fields of the template's data; `customer.name` is `name` in `customer` */
      data?: {
        [key: string]: (string | number) | (string | number)[];
      };
      options?: {
        [key: string]: (string | number) | (string | number)[];
      };
      /** @description For letters made of documents: which one */
      documentId?: string | number;
      /** @description For letters made of documents: which pages, `3-5` */
      pages?: string | number;
    };
    DraftsOnlyLetter: {
      letter: components['schemas']['NewLetter'];
    };
    DraftLetterRow: {
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      position: number;
      /** @description As printed */
      recipientLines: string[];
      clientReference: string | null;
      /** @enum {string} */
      service: 'priority' | 'registered' | 'economy';
      /** @enum {string} */
      destination: 'metropolitan' | 'overseas' | 'international';
    };
    SameInAll: {
      /** @description Another document or another version; data of the letters stay */
      content?:
        | {
            /** @constant */
            kind: 'document';
            /** @example doc_06jd2m8v7k3q9x1z5c4b0n6t2w */
            documentId: string;
            /** @enum {string} */
            addressPage?: 'auto' | 'add';
          }
        | {
            /** @constant */
            kind: 'template';
            /** @example tpv_06jd2m8v7k3q9x1z5c4b0n6t2w */
            templateVersionId: string;
          };
      attachments?: {
        /** @example doc_06jd2m8v7k3q9x1z5c4b0n6t2w */
        documentId: string;
        /** @example 1-2,7 */
        pages?: string;
      }[];
      /** @description null: none */
      sender?: components['schemas']['PostalAddress'] | null;
      /** @description What the letters choose against their order */
      options?: {
        /** @enum {string} */
        colour?: 'black' | 'colour';
        /**
         * @description simplex: one side; duplex: both sides of each sheet
         * @enum {string}
         */
        sides?: 'simplex' | 'duplex';
        /**
         * @description auto: the smallest that holds the sheets
         * @enum {string}
         */
        envelope?: 'auto' | 'C5/6' | 'C5' | 'C4';
        /** @enum {string} */
        service?: 'priority' | 'registered' | 'economy';
        /**
         * @description Proof of receipt (AR) of a registered letter
         * @enum {string}
         */
        acknowledgement?: 'none' | 'paper' | 'digital';
        /** @enum {string} */
        channel?: 'paper' | 'electronic' | 'electronic_with_paper_fallback';
        /**
         * Format: date
         * @description The planned deposit date
         * @example 2027-03-28
         */
        sendDate?: string;
        /** @description Id of a document laid under the pages (letterhead) */
        backgroundPage?: string;
        /** @description Ids of inserts, in feeding order */
        inserts?: string[];
        /** @enum {string} */
        returnAddress?: 'sender' | 'site_box';
        /** @enum {string} */
        integrity?: 'tracked' | 'count_only';
        /**
         * @description What happens to a page without a free zone for the sheet code
         * @enum {string}
         */
        markConflict?: 'refuse' | 'reduce' | 'count_only';
      };
    };
    DraftCheckRequest: {
      /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
      siteId?: string;
      /**
       * @description As they would be accepted at submission
       * @default []
       */
      accept?: 'other_address_in_window'[];
    };
    DraftCheck: {
      /** @description Whether it would be taken as it is now; composing may still find more */
      submittable: boolean;
      letterCount: number;
      /** @description What submission would refuse */
      problems: {
        code: string;
        detail: string;
        /** @description JSON pointer into the body (RFC 6901) */
        pointer?: string;
        /** @description Name of the query or path parameter, or header */
        parameter?: string;
        /** @description Page of the document that it is about, from 1 */
        page?: number;
        /** @description Where on that page, from its top left as it is seen */
        area?: {
          /** @description mm */
          x: number;
          /** @description mm */
          y: number;
          /** @description mm */
          width: number;
          /** @description mm */
          height: number;
        };
        /**
         * @description A repair that would mend it: send the document again with `?repair=`
         * @enum {string}
         */
        repair?: 'embed_fonts' | 'fit_to_a4';
        /** @description The letter of a stored draft that it is about */
        letterId?: string;
      }[];
      /** @description Rows of imported files that are in no letter; submitting must accept that */
      rowsLeftOut: number;
    };
    Estimate: {
      letters: number;
      /** @description Of each letter, as of the one looked at */
      sheets: number;
      groups: {
        /** @enum {string} */
        product: 'priority' | 'registered' | 'registered_ar' | 'economy';
        /** @enum {string} */
        destination: 'metropolitan' | 'overseas' | 'international';
        letters: number;
        /** @description Upper limit in grams; null: too heavy for the product */
        weightBand: number | null;
        eachCents: number | null;
        cents: number | null;
      }[];
      /** @description null when a group has no price */
      cents: number | null;
      /** @description Whether the draft has this one letter only: then it is the price itself */
      exact: boolean;
    };
    RepeatedOrder: {
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      state: 'draft' | 'submitted' | 'in_progress' | 'ended' | 'refused' | 'cancelled' | 'deleted';
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @description Taken at submission */
      siteId: string | null;
      letterCount: number;
      submittedAt: string | null;
      /** @description When its letters are composed and checked at the latest */
      deadlineAt: string | null;
      /** @description Letters that the former order had */
      lettersOfOrder: number;
      /** @description What did not come over */
      leftOut: {
        /** @enum {string} */
        why: 'letter_erased' | 'document_erased' | 'template_withdrawn' | 'letterhead_erased' | 'send_date_past';
        count: number;
      }[];
    };
    Choices: {
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      sites: {
        /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
        id: string;
        name: string;
        services: {
          /** @enum {string} */
          name: 'priority' | 'registered' | 'economy';
          maxMassG: number;
          senderCompulsory: boolean;
          tracked: boolean;
          /** @description Where it goes, and the carrier’s promise: J + so many days */
          destinations: {
            /** @enum {string} */
            zone: 'metropolitan' | 'overseas' | 'international';
            promiseDays: number;
          }[];
        }[];
        envelopes: {
          /** @enum {string} */
          format: 'C5/6' | 'C5' | 'C4';
          maxSheets: number;
        }[];
        /** @description What is ordered now goes with it */
        nextDeposit: {
          /** @description J */
          day: string;
          /**
           * Format: date-time
           * @example 2027-03-28T09:30:00.000Z
           */
          leavesAt: string;
        };
        /** @description The day at the print room */
        today: string;
        /** @enum {string} */
        cancellation: 'none' | 'before_production' | 'before_hand_over';
      }[];
      /** @description Senders of your letters of late, the last one first */
      senders: {
        /**
         * @description A natural person, or an organisation: it decides the order of the lines
         * @enum {string}
         */
        kind: 'person' | 'organisation';
        /** @description The organisation's name; line 1, in Belgium below the person */
        organisation?: string;
        /** @description A person's title and name; in an organisation, the person or service */
        name?: string;
        /** @description Flat, floor, stairs, letter box, c/o */
        deliveryPoint?: string;
        /** @description Entrance, building, residence */
        building?: string;
        /** @description With its BIS or TER; printed before the street in France, behind it elsewhere */
        streetNumber?: string;
        /** @description Kind and name of the street, without its number */
        street?: string;
        /** @description Belgium only: "5", printed "bte 5" (in Flanders "bus 5"), or with its own word */
        box?: string;
        /** @description Hamlet, BP, CS, poste restante; Postfach, Case postale, PO Box; a British locality */
        locality?: string;
        /** @description Italy and Spain: the province, two letters in Italy ("PI"), its name in Spain */
        region?: string;
        /**
         * @description As the country writes it, without the country's letters before it ("B-", "CH-", "L-")
         * @default
         */
        postcode: string;
        /** @default  */
        town: string;
        /** @description France only: "CEDEX", or "CEDEX 08" */
        cedex?: string;
        /** @description Instead of street, postcode and town, everything below who it goes to, as the country's post writes it: for every country but FR, MC, BE, LU, DE, CH, LI, IT, ES, GB, AT, CZ, DK, EE, FI, GR, HR, IS, NL, NO, PL, PT, SE, SI, SK */
        lines?: string[];
        /**
         * @description ISO 3166, two letters; FR with its overseas departments and collectivities
         * @default FR
         */
        country: string;
      }[];
      /** @description Cost centres of your orders of late */
      costCentres: string[];
    };
    NewPreview: {
      /** @description As it would stand in an order */
      letter?: components['schemas']['NewLetter'];
      /**
       * @description The order’s options; with `letter` only
       * @default {}
       */
      options?: {
        /** @enum {string} */
        colour?: 'black' | 'colour';
        /**
         * @description simplex: one side; duplex: both sides of each sheet
         * @enum {string}
         */
        sides?: 'simplex' | 'duplex';
        /**
         * @description auto: the smallest that holds the sheets
         * @enum {string}
         */
        envelope?: 'auto' | 'C5/6' | 'C5' | 'C4';
        /** @enum {string} */
        service?: 'priority' | 'registered' | 'economy';
        /**
         * @description Proof of receipt (AR) of a registered letter
         * @enum {string}
         */
        acknowledgement?: 'none' | 'paper' | 'digital';
        /** @enum {string} */
        channel?: 'paper' | 'electronic' | 'electronic_with_paper_fallback';
        archive?: {
          /** @enum {string} */
          kind: 'none' | 'simple' | 'evidential';
          /**
           * @description How long it keeps the file; a simple archive without it keeps it until the account ends it
           * @enum {number}
           */
          years?: 1 | 3 | 5 | 10 | 30;
        };
        costCentre?: string;
        clientReference?: string;
        /**
         * Format: date
         * @description The planned deposit date
         * @example 2027-03-28
         */
        sendDate?: string;
        /** @description Id of a document laid under the pages (letterhead) */
        backgroundPage?: string;
        /** @description Ids of inserts, in feeding order */
        inserts?: string[];
        /** @enum {string} */
        returnAddress?: 'sender' | 'site_box';
        /** @enum {string} */
        integrity?: 'tracked' | 'count_only';
        /**
         * @description What happens to a page without a free zone for the sheet code
         * @enum {string}
         */
        markConflict?: 'refuse' | 'reduce' | 'count_only';
      };
      /** @description When the letter names none; with `letter` only */
      sender?: components['schemas']['PostalAddress'];
      /**
       * @description A draft of yours; with `letterId`
       * @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      orderId?: string;
      /**
       * @description A letter of that draft
       * @example let_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      letterId?: string;
      /**
       * @description The print room; needed only when the account has contracts with several and the draft names none
       * @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      siteId?: string;
    };
    Preview: {
      /** @example prv_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /**
       * @description `refused`: the letter cannot be made as it is, see `problems`; `erased`: looked at long enough
       * @enum {string}
       */
      state: 'making' | 'ready' | 'refused' | 'erased';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /**
       * @description The print room that would make the letter
       * @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      siteId: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @description When what it shows is erased; an order submitted by then prints the very same bytes
       * @example 2027-03-28T09:30:00.000Z
       */
      validUntil: string;
      /** @description While it is `making` */
      waiting: components['schemas']['Waiting'] | null;
      /** @description What keeps it from being made that is no fault of the letter; a person at the print room mends it */
      trouble: {
        code: string;
        detail: string;
      } | null;
      /** @description Once it is `ready` */
      made: {
        /** @description Of its PDF; additions counted */
        pages: number;
        sheets: number;
        /** @description In their order; each begins a sheet */
        parts: {
          /** @enum {string} */
          kind: 'address_page' | 'document' | 'attachment';
          pages: number;
        }[];
        /** @enum {string} */
        envelope: 'C5/6' | 'C5' | 'C4';
        weightMg: number;
        /** @description Upper limit in grams */
        weightBand: number;
        /**
         * @description What the carrier takes it in as
         * @enum {string}
         */
        product: 'priority' | 'registered' | 'registered_ar' | 'economy';
        /** @enum {string} */
        destination: 'metropolitan' | 'overseas' | 'international';
        postageCents: number;
        /** @description The deposit it would go with */
        plannedDeposit: {
          /** @description J */
          day: string;
          /**
           * Format: date-time
           * @example 2027-03-28T09:30:00.000Z
           */
          leavesAt: string;
        };
        /** @description The carrier’s promise, shown as such; Pli proves J */
        promise: {
          days: number;
          /** @description J + days, by the carrier’s delivery days */
          day: string;
        };
      } | null;
      /** @description Once it is `ready`; the letter is ordered only if those to accept are named in `accept` */
      warnings: components['schemas']['LetterWarning'][];
      /** @description Pages that can be looked at, also of most that are `refused`: what is wrong shows there */
      pages: number | null;
      /** @description Why it is `refused`: each with its code and, where known, page and place */
      problems: {
        code: string;
        detail: string;
        /** @description JSON pointer into the body (RFC 6901) */
        pointer?: string;
        /** @description Name of the query or path parameter, or header */
        parameter?: string;
        /** @description Page of the document that it is about, from 1 */
        page?: number;
        /** @description Where on that page, from its top left as it is seen */
        area?: {
          /** @description mm */
          x: number;
          /** @description mm */
          y: number;
          /** @description mm */
          width: number;
          /** @description mm */
          height: number;
        };
        /**
         * @description A repair that would mend it: send the document again with `?repair=`
         * @enum {string}
         */
        repair?: 'embed_fonts' | 'fit_to_a4';
        /** @description The letter of a stored draft that it is about */
        letterId?: string;
      }[];
    };
    LetterWarning: {
      /** @enum {string} */
      code: 'address_page_added' | 'other_address_in_window' | 'envelope_changed' | 'band_changed';
      detail: string;
      /**
       * @description Why an address page was added
       * @enum {string}
       */
      why?: 'no_text' | 'not_seen' | 'differs' | 'cut' | 'shows_more' | 'no_room';
      /** @description Of the letter as it is printed, from 1 */
      page?: number;
      /** @description Where on that page, mm from its top left */
      area?: {
        x: number;
        y: number;
        width: number;
        height: number;
      };
      /** @description Whether the letter is made only if its code is named in `accept` of the letter, order or submission */
      mustAccept: boolean;
    };
    LetterRow: {
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      orderId: string;
      position: number;
      /** @enum {string} */
      state:
        | 'draft'
        | 'accepted'
        | 'composed'
        | 'pooled'
        | 'in_production'
        | 'handed_over'
        | 'accepted_by_carrier'
        | 'delivered'
        | 'no_return_seen'
        | 'lost'
        | 'returned'
        | 'refused'
        | 'unprintable'
        | 'cancelled'
        | 'deleted';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      /** @description Deadline of what it waits for */
      until: string | null;
      service: string;
      /** @description ISO 3166 */
      country: string;
      postcode: string;
      /**
       * @description The zone by which its service, weight bands and price are chosen
       * @enum {string}
       */
      destination: 'metropolitan' | 'overseas' | 'international';
      registeredNumber: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
    };
    LetterSearch: {
      clientReference?: string;
      registeredNumber?: string;
      /** @description Words of the name or organisation, in any order; case and accents do not matter */
      recipientName?: string;
      postcode?: string;
      /** @default 50 */
      limit?: number;
      /** @description `next` of the page before */
      after?: string;
    };
    Letter: {
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      orderId: string;
      position: number;
      /** @enum {string} */
      state:
        | 'draft'
        | 'accepted'
        | 'composed'
        | 'pooled'
        | 'in_production'
        | 'handed_over'
        | 'accepted_by_carrier'
        | 'delivered'
        | 'no_return_seen'
        | 'lost'
        | 'returned'
        | 'refused'
        | 'unprintable'
        | 'cancelled'
        | 'deleted';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      /** @description Deadline of what it waits for */
      until: string | null;
      service: string;
      /** @description ISO 3166 */
      country: string;
      postcode: string;
      /**
       * @description The zone by which its service, weight bands and price are chosen
       * @enum {string}
       */
      destination: 'metropolitan' | 'overseas' | 'international';
      registeredNumber: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @description null once erased */
      recipient: {
        /**
         * @description A natural person, or an organisation: it decides the order of the lines
         * @enum {string}
         */
        kind: 'person' | 'organisation';
        /** @description The organisation's name; line 1, in Belgium below the person */
        organisation?: string;
        /** @description A person's title and name; in an organisation, the person or service */
        name?: string;
        /** @description Flat, floor, stairs, letter box, c/o */
        deliveryPoint?: string;
        /** @description Entrance, building, residence */
        building?: string;
        /** @description With its BIS or TER; printed before the street in France, behind it elsewhere */
        streetNumber?: string;
        /** @description Kind and name of the street, without its number */
        street?: string;
        /** @description Belgium only: "5", printed "bte 5" (in Flanders "bus 5"), or with its own word */
        box?: string;
        /** @description Hamlet, BP, CS, poste restante; Postfach, Case postale, PO Box; a British locality */
        locality?: string;
        /** @description Italy and Spain: the province, two letters in Italy ("PI"), its name in Spain */
        region?: string;
        /**
         * @description As the country writes it, without the country's letters before it ("B-", "CH-", "L-")
         * @default
         */
        postcode: string;
        /** @default  */
        town: string;
        /** @description France only: "CEDEX", or "CEDEX 08" */
        cedex?: string;
        /** @description Instead of street, postcode and town, everything below who it goes to, as the country's post writes it: for every country but FR, MC, BE, LU, DE, CH, LI, IT, ES, GB, AT, CZ, DK, EE, FI, GR, HR, IS, NL, NO, PL, PT, SE, SI, SK */
        lines?: string[];
        /**
         * @description ISO 3166, two letters; FR with its overseas departments and collectivities
         * @default FR
         */
        country: string;
      } | null;
      /** @description As printed */
      recipientLines: string[] | null;
      sender: {
        /**
         * @description A natural person, or an organisation: it decides the order of the lines
         * @enum {string}
         */
        kind: 'person' | 'organisation';
        /** @description The organisation's name; line 1, in Belgium below the person */
        organisation?: string;
        /** @description A person's title and name; in an organisation, the person or service */
        name?: string;
        /** @description Flat, floor, stairs, letter box, c/o */
        deliveryPoint?: string;
        /** @description Entrance, building, residence */
        building?: string;
        /** @description With its BIS or TER; printed before the street in France, behind it elsewhere */
        streetNumber?: string;
        /** @description Kind and name of the street, without its number */
        street?: string;
        /** @description Belgium only: "5", printed "bte 5" (in Flanders "bus 5"), or with its own word */
        box?: string;
        /** @description Hamlet, BP, CS, poste restante; Postfach, Case postale, PO Box; a British locality */
        locality?: string;
        /** @description Italy and Spain: the province, two letters in Italy ("PI"), its name in Spain */
        region?: string;
        /**
         * @description As the country writes it, without the country's letters before it ("B-", "CH-", "L-")
         * @default
         */
        postcode: string;
        /** @default  */
        town: string;
        /** @description France only: "CEDEX", or "CEDEX 08" */
        cedex?: string;
        /** @description Instead of street, postcode and town, everything below who it goes to, as the country's post writes it: for every country but FR, MC, BE, LU, DE, CH, LI, IT, ES, GB, AT, CZ, DK, EE, FI, GR, HR, IS, NL, NO, PL, PT, SE, SI, SK */
        lines?: string[];
        /**
         * @description ISO 3166, two letters; FR with its overseas departments and collectivities
         * @default FR
         */
        country: string;
      } | null;
      clientReference: string | null;
      content: {
        /** @enum {string} */
        kind: 'template' | 'document';
        templateVersionId: string | null;
        documentId: string | null;
        /** @description Ranges of its document; null: all pages */
        pages: string | null;
        /** @description As chosen; null for a template */
        addressPage: ('auto' | 'add') | null;
        attachments: {
          documentId: string;
          pages: string | null;
        }[];
      };
      /** @description Codes of the warnings that its sender accepted */
      accepted: string[];
      /** @description null until it is composed */
      warnings: components['schemas']['LetterWarning'][] | null;
      options: {
        [key: string]: unknown;
      };
      pages: number | null;
      sheets: number | null;
      envelope: string | null;
      weightMg: number | null;
      /** @description Upper limit in grams */
      weightBand: number | null;
      postageCents: number | null;
      /** @description Copies made so far; more than 1 after a reprint */
      copies: number;
      handedOverAt: string | null;
      acceptedByCarrierAt: string | null;
      /** @description J: the day of the accepted deposit */
      depositDay: string | null;
      carrierStatus: string | null;
      /** @description Code of why it was refused, unprintable or returned */
      reason: string | null;
      /** @description In words: what is wrong, where, and how to mend it */
      reasonText: string | null;
      erasedAt: string | null;
      /** @description null for drafts and for letters at rest */
      waiting: components['schemas']['Waiting'] | null;
      timeline: {
        /** @description Number of its event in the feed: give the one before it as `after` to follow from there */
        number: number;
        /**
         * Format: date-time
         * @example 2027-03-28T09:30:00.000Z
         */
        at: string;
        event: string;
        /** @enum {string} */
        about: 'letter' | 'order';
        state: string | null;
        words: string;
        reason: string | null;
      }[];
    };
    DepositExtract: {
      /** @description Mark of the deposit slip */
      deposit: string;
      site: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      handedOverAt: string;
      /** @description The carrier's date and hour; null until it has answered */
      acceptedByCarrierAt: string | null;
      /** @description J */
      depositDay: string | null;
      /** @description Whose word this is */
      issuer: string;
      /** @description Of this account; the letter asked for first */
      letters: {
        /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
        letterId: string;
        clientReference: string | null;
        service: string;
        weightMg: number | null;
        /** @description Upper limit in grams */
        weightBand: number | null;
        registeredNumber: string | null;
        /** @enum {string} */
        state:
          | 'draft'
          | 'accepted'
          | 'composed'
          | 'pooled'
          | 'in_production'
          | 'handed_over'
          | 'accepted_by_carrier'
          | 'delivered'
          | 'no_return_seen'
          | 'lost'
          | 'returned'
          | 'refused'
          | 'unprintable'
          | 'cancelled'
          | 'deleted';
      }[];
      /** @description Whether the deposit holds further letters of the account */
      more: boolean;
    };
    AddressToCheck: components['schemas']['AddressInFields'] | components['schemas']['AddressInLines'];
    AddressInFields: {
      /** @description A postal address by fields. Its lines are derived by the rules of its country’s post (in France NF Z 10-011): at most 6 of 38 characters; abroad a seventh says the country in French */
      address: {
        /**
         * @description A natural person, or an organisation: it decides the order of the lines
         * @enum {string}
         */
        kind: 'person' | 'organisation';
        /** @description The organisation's name; line 1, in Belgium below the person */
        organisation?: string;
        /** @description A person's title and name; in an organisation, the person or service */
        name?: string;
        /** @description Flat, floor, stairs, letter box, c/o */
        deliveryPoint?: string;
        /** @description Entrance, building, residence */
        building?: string;
        /** @description With its BIS or TER; printed before the street in France, behind it elsewhere */
        streetNumber?: string;
        /** @description Kind and name of the street, without its number */
        street?: string;
        /** @description Belgium only: "5", printed "bte 5" (in Flanders "bus 5"), or with its own word */
        box?: string;
        /** @description Hamlet, BP, CS, poste restante; Postfach, Case postale, PO Box; a British locality */
        locality?: string;
        /** @description Italy and Spain: the province, two letters in Italy ("PI"), its name in Spain */
        region?: string;
        /**
         * @description As the country writes it, without the country's letters before it ("B-", "CH-", "L-")
         * @default
         */
        postcode?: string;
        /** @default  */
        town?: string;
        /** @description France only: "CEDEX", or "CEDEX 08" */
        cedex?: string;
        /** @description Instead of street, postcode and town, everything below who it goes to, as the country's post writes it: for every country but FR, MC, BE, LU, DE, CH, LI, IT, ES, GB, AT, CZ, DK, EE, FI, GR, HR, IS, NL, NO, PL, PT, SE, SI, SK */
        lines?: string[];
        /**
         * @description ISO 3166, two letters; FR with its overseas departments and collectivities
         * @default FR
         */
        country?: string;
      };
    };
    AddressInLines: {
      /** @description As a person wrote them, one to twelve; one line with commas is understood too */
      lines: string[];
      /** @description Where it lies unless the lines say it: ISO 3166 or a name; France when left out */
      country?: string;
    };
    AddressCheck: {
      /** @description As it was given, or as the lines were understood */
      address: {
        /**
         * @description A natural person, or an organisation: it decides the order of the lines
         * @enum {string}
         */
        kind: 'person' | 'organisation';
        /** @description The organisation's name; line 1, in Belgium below the person */
        organisation?: string;
        /** @description A person's title and name; in an organisation, the person or service */
        name?: string;
        /** @description Flat, floor, stairs, letter box, c/o */
        deliveryPoint?: string;
        /** @description Entrance, building, residence */
        building?: string;
        /** @description With its BIS or TER; printed before the street in France, behind it elsewhere */
        streetNumber?: string;
        /** @description Kind and name of the street, without its number */
        street?: string;
        /** @description Belgium only: "5", printed "bte 5" (in Flanders "bus 5"), or with its own word */
        box?: string;
        /** @description Hamlet, BP, CS, poste restante; Postfach, Case postale, PO Box; a British locality */
        locality?: string;
        /** @description Italy and Spain: the province, two letters in Italy ("PI"), its name in Spain */
        region?: string;
        /**
         * @description As the country writes it, without the country's letters before it ("B-", "CH-", "L-")
         * @default
         */
        postcode: string;
        /** @default  */
        town: string;
        /** @description France only: "CEDEX", or "CEDEX 08" */
        cedex?: string;
        /** @description Instead of street, postcode and town, everything below who it goes to, as the country's post writes it: for every country but FR, MC, BE, LU, DE, CH, LI, IT, ES, GB, AT, CZ, DK, EE, FI, GR, HR, IS, NL, NO, PL, PT, SE, SI, SK */
        lines?: string[];
        /**
         * @description ISO 3166, two letters; FR with its overseas departments and collectivities
         * @default FR
         */
        country: string;
      };
      /** @description As they would be printed, faults and all */
      lines: string[];
      /** @description What may be otherwise and cannot be known from the address alone */
      unsure: {
        field: string;
        why: string;
      }[];
      /** @description Corrections for you to make: Pli never makes one by itself */
      suggestions: {
        /** @description Those of one code belong together */
        code: string;
        field: string;
        /** @description What the field would be; empty: left out */
        value: string;
        why: string;
      }[];
      /** @description What keeps it from being printed; empty when it can be */
      faults: {
        code: string;
        field: string;
        /** @description The printed line, from 1, when it is in one */
        line: number | null;
        /** @description What is wrong and how to mend it */
        detail: string;
      }[];
    };
    NewImport: {
      /**
       * @description A draft of yours; its letters are added to it
       * @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      orderId: string;
      /**
       * @description csv: the first row holds headings. jsonl: one NewLetter a line, in UTF-8
       * @default csv
       * @enum {string}
       */
      format?: 'csv' | 'jsonl';
      /**
       * @default auto
       * @enum {string}
       */
      encoding?:
        'auto' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1' | 'iso-8859-15' | 'macintosh';
      /**
       * @default auto
       * @enum {string}
       */
      delimiter?: 'auto' | ';' | ',' | '\t' | '|';
      /**
       * @description For csv. auto: by usual headings in French or English, and by the names of the template’s data. With `others`: some said, the rest so
       * @default auto
       */
      mapping?: 'auto' | components['schemas']['ImportMapping'] | components['schemas']['ImportMappingOfSome'];
      /** @description What stands in every letter whose row does not say it */
      letter?: {
        content?:
          | {
              /** @constant */
              kind: 'template';
              /** @example tpv_06jd2m8v7k3q9x1z5c4b0n6t2w */
              templateVersionId: string;
              /**
               * @description Data that is the same in all letters
               * @default {}
               */
              data?: {
                [key: string]: unknown;
              };
            }
          | {
              /** @constant */
              kind: 'document';
              /**
               * @description Left out when a column says it
               * @example doc_06jd2m8v7k3q9x1z5c4b0n6t2w
               */
              documentId?: string;
              /** @enum {string} */
              addressPage?: 'auto' | 'add';
            };
        sender?: components['schemas']['PostalAddress'];
        attachments?: string[];
        options?: {
          /** @enum {string} */
          colour?: 'black' | 'colour';
          /**
           * @description simplex: one side; duplex: both sides of each sheet
           * @enum {string}
           */
          sides?: 'simplex' | 'duplex';
          /**
           * @description auto: the smallest that holds the sheets
           * @enum {string}
           */
          envelope?: 'auto' | 'C5/6' | 'C5' | 'C4';
          /** @enum {string} */
          service?: 'priority' | 'registered' | 'economy';
          /**
           * @description Proof of receipt (AR) of a registered letter
           * @enum {string}
           */
          acknowledgement?: 'none' | 'paper' | 'digital';
          /** @enum {string} */
          channel?: 'paper' | 'electronic' | 'electronic_with_paper_fallback';
          /**
           * Format: date
           * @description The planned deposit date
           * @example 2027-03-28
           */
          sendDate?: string;
          /** @description Id of a document laid under the pages (letterhead) */
          backgroundPage?: string;
          /** @description Ids of inserts, in feeding order */
          inserts?: string[];
          /** @enum {string} */
          returnAddress?: 'sender' | 'site_box';
          /** @enum {string} */
          integrity?: 'tracked' | 'count_only';
          /**
           * @description What happens to a page without a free zone for the sheet code
           * @enum {string}
           */
          markConflict?: 'refuse' | 'reduce' | 'count_only';
        };
      };
    };
    ImportMappingOfSome: {
      /** @description Fields of the address; several columns are joined */
      recipient?: {
        [key: string]: (string | number) | (string | number)[];
      };
      /** @description Instead of `recipient`: columns that hold the lines of the address, as one would write it */
      recipientLines?: (string | number)[];
      sender?: {
        [key: string]: (string | number) | (string | number)[];
      };
      clientReference?: (string | number) | (string | number)[];
      /** @description Fields of the template's data; `customer.name` is `name` in `customer` */
      data?: {
        [key: string]: (string | number) | (string | number)[];
      };
      options?: {
        [key: string]: (string | number) | (string | number)[];
      };
      /** @description For letters made of documents: which one */
      documentId?: string | number;
      /** @description For letters made of documents: which pages, `3-5` */
      pages?: string | number;
      /**
       * @description The columns not named here are recognised by usual headings
       * @constant
       */
      others: 'auto';
    };
    FileBeginning: {
      /** @description null while nothing but ASCII was read */
      encoding: string | null;
      /** @enum {string} */
      delimiter: ';' | ',' | '\t' | '|';
      headings: string[];
      /** @description The first rows, at most 8 */
      rows: string[][];
      /** @description By usual headings; null when they leave it open */
      mapping: components['schemas']['ImportMapping'] | null;
      /** @description Why nothing was guessed */
      why: string | null;
      /** @description Fields of the template’s data, inner ones with points */
      dataFields: string[];
    };
    CancelLetter: Record<string, never>;
    LetterCancellation: {
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      letterId: string;
      /** @description In its order */
      position: number;
      /** @description What becomes of the paper: there is `none`, it is `voided` before it is printed, it is `put_aside` or will be at the exit of the inserter, or a person has it `in_hand`; null when it was cancelled before or is not cancelled */
      copy: ('none' | 'voided' | 'put_aside_at_exit' | 'put_aside' | 'in_hand') | null;
    };
    CancelOrder: {
      /**
       * @description `next` of the answer before, in an order of more letters than one call takes
       * @example let_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      after?: string;
    };
    OrderCancellation: {
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      orderId: string;
      /**
       * @description `cancelled` once all its letters are; `ended` when others have ended otherwise
       * @enum {string}
       */
      state: 'draft' | 'submitted' | 'in_progress' | 'ended' | 'refused' | 'cancelled' | 'deleted';
      /** @description Of the letters of this answer */
      cancelled: number;
      /** @description Of the letters of this answer */
      refused: number;
      /** @description At most 1000 */
      letters: components['schemas']['LetterOfCancellation'][];
      /** @description Ask again with this as `after`, under another Idempotency-Key, until it is null: further letters wait */
      next: string | null;
    };
    LetterOfCancellation: {
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      letterId: string;
      /** @description In its order */
      position: number;
      /** @description What becomes of the paper: there is `none`, it is `voided` before it is printed, it is `put_aside` or will be at the exit of the inserter, or a person has it `in_hand`; null when it was cancelled before or is not cancelled */
      copy: ('none' | 'voided' | 'put_aside_at_exit' | 'put_aside' | 'in_hand') | null;
      /** @description Why not; null when it is cancelled */
      refused: ('cancellation_not_in_contract' | 'cancellation_too_late' | 'letter_already_ended') | null;
    };
    Event: {
      /** @description 1, 2, 3 … without gaps */
      number: number;
      type: string;
      subject: string;
      subjectId: string;
      /** @description The state it came into, when it changed */
      state: string | null;
      reason: string | null;
      /**
       * Format: date-time
       * @description When it happened
       * @example 2027-03-28T09:30:00.000Z
       */
      at: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      recordedAt: string;
      /** @description SHA-256 over the event and the hash before it */
      hash: string;
    };
    NewWebhook: {
      /**
       * Format: uri
       * @description https:// and a public name or address; http:// and private networks only where the provider allows them (WEBHOOK_ALLOWED_NETWORKS). Without user or password.
       * @example https://example.org/hooks/pli
       */
      url: string;
      /** @description Which events: types, families (`letter.*`) or `*` for all. All when left out */
      types?: (
        | '*'
        | 'order.*'
        | 'letter.*'
        | 'document.*'
        | 'import.*'
        | 'preview.*'
        | 'template.*'
        | 'template_version.*'
        | 'webhook.*'
        | 'notice.*'
        | 'ticket.*'
        | 'archive.*'
        | 'cost_centre.*'
        | 'account.*'
        | 'order.submitted'
        | 'order.in_progress'
        | 'order.ended'
        | 'order.refused'
        | 'order.cancelled'
        | 'order.cancellation_refused'
        | 'letter.accepted'
        | 'letter.composed'
        | 'letter.pooled'
        | 'letter.in_production'
        | 'letter.handed_over'
        | 'letter.accepted_by_carrier'
        | 'letter.tracked'
        | 'letter.delivered'
        | 'letter.returned'
        | 'letter.no_return_seen'
        | 'letter.lost'
        | 'letter.unprintable'
        | 'letter.refused'
        | 'letter.cancelled'
        | 'letter.cancellation_refused'
        | 'letter.next_copy'
        | 'letter.copy_spoiled'
        | 'letter.copy_voided'
        | 'letter.number_assigned'
        | 'letter.trayed_again'
        | 'letter.piece_left_again'
        | 'letter.missing_at_deposit'
        | 'letter.refused_at_deposit'
        | 'letter.found_by_carrier'
        | 'letter.lost_piece_handed_over'
        | 'letter.acceptance_learned'
        | 'letter.carrier_status'
        | 'letter.deadline_moved'
        | 'letter.erased'
        | 'letter.revealed'
        | 'document.proposed'
        | 'document.accepted'
        | 'document.stored'
        | 'document.kept'
        | 'document.no_longer_kept'
        | 'document.erased'
        | 'import.opened'
        | 'import.receiving'
        | 'import.completed'
        | 'import.abandoned'
        | 'import.deleted'
        | 'import.erased'
        | 'preview.asked'
        | 'preview.ready'
        | 'preview.refused'
        | 'preview.erased'
        | 'template.created'
        | 'template_version.added'
        | 'template_version.proof_asked'
        | 'template_version.approved'
        | 'template_version.not_approved'
        | 'template_version.withdrawn'
        | 'webhook.made'
        | 'webhook.changed'
        | 'webhook.enabled'
        | 'webhook.disabled'
        | 'webhook.secret_rotated'
        | 'webhook.deleted'
        | 'notice.made'
        | 'notice.changed'
        | 'notice.confirmed'
        | 'notice.disabled'
        | 'notice.deleted'
        | 'ticket.opened'
        | 'ticket.answered'
        | 'ticket.added_to'
        | 'ticket.escalated'
        | 'ticket.closed'
        | 'ticket.reopened'
        | 'ticket.erased'
        | 'archive.opened'
        | 'archive.kept'
        | 'archive.end_asked'
        | 'archive.erased'
        | 'cost_centre.added'
        | 'cost_centre.changed'
        | 'account.settings_changed'
      )[];
      /** @description For people; erased with the webhook */
      description?: string;
      /** @description Several events in one message, as `events.batch`: for large orders. Null: each event is a message of its own */
      batch?: {
        /** @description Events of one message at most */
        most: number;
        /** @description How long the first event of a message may wait for others */
        seconds: number;
      } | null;
      /** @description Begin after this number of the feed; 0 for all that ever happened. From now on when left out */
      after?: number;
    };
    WebhookShownOnce: {
      /** @example whk_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      state: 'enabled' | 'disabled' | 'deleted';
      /** @description Why it is disabled: `gone`, it answered 410; `failing`, nothing has reached it for days */
      reason: ('gone' | 'failing') | null;
      /** @description Null once deleted */
      url: string | null;
      types: string[];
      description: string | null;
      batch: {
        most: number;
        seconds: number;
      } | null;
      /** @description Number of the last event that was looked at for it */
      told: number;
      /** @description Since when nothing has reached it; null when all is well */
      failingSince: string | null;
      /** @description Until when the former secret signs too */
      formerSecretUntil: string | null;
      /** @description The range of event numbers that is being sent once more */
      redelivering: {
        next: number;
        to: number;
      } | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      stateSince: string;
      /** @description whsec_…: verifies the signatures; shown in this answer only */
      secret: string;
    };
    Webhook: {
      /** @example whk_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      state: 'enabled' | 'disabled' | 'deleted';
      /** @description Why it is disabled: `gone`, it answered 410; `failing`, nothing has reached it for days */
      reason: ('gone' | 'failing') | null;
      /** @description Null once deleted */
      url: string | null;
      types: string[];
      description: string | null;
      batch: {
        most: number;
        seconds: number;
      } | null;
      /** @description Number of the last event that was looked at for it */
      told: number;
      /** @description Since when nothing has reached it; null when all is well */
      failingSince: string | null;
      /** @description Until when the former secret signs too */
      formerSecretUntil: string | null;
      /** @description The range of event numbers that is being sent once more */
      redelivering: {
        next: number;
        to: number;
      } | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      stateSince: string;
    };
    WebhookChange: {
      /**
       * Format: uri
       * @description https:// and a public name or address; http:// and private networks only where the provider allows them (WEBHOOK_ALLOWED_NETWORKS). Without user or password.
       * @example https://example.org/hooks/pli
       */
      url?: string;
      /** @description Which events: types, families (`letter.*`) or `*` for all. All when left out */
      types?: (
        | '*'
        | 'order.*'
        | 'letter.*'
        | 'document.*'
        | 'import.*'
        | 'preview.*'
        | 'template.*'
        | 'template_version.*'
        | 'webhook.*'
        | 'notice.*'
        | 'ticket.*'
        | 'archive.*'
        | 'cost_centre.*'
        | 'account.*'
        | 'order.submitted'
        | 'order.in_progress'
        | 'order.ended'
        | 'order.refused'
        | 'order.cancelled'
        | 'order.cancellation_refused'
        | 'letter.accepted'
        | 'letter.composed'
        | 'letter.pooled'
        | 'letter.in_production'
        | 'letter.handed_over'
        | 'letter.accepted_by_carrier'
        | 'letter.tracked'
        | 'letter.delivered'
        | 'letter.returned'
        | 'letter.no_return_seen'
        | 'letter.lost'
        | 'letter.unprintable'
        | 'letter.refused'
        | 'letter.cancelled'
        | 'letter.cancellation_refused'
        | 'letter.next_copy'
        | 'letter.copy_spoiled'
        | 'letter.copy_voided'
        | 'letter.number_assigned'
        | 'letter.trayed_again'
        | 'letter.piece_left_again'
        | 'letter.missing_at_deposit'
        | 'letter.refused_at_deposit'
        | 'letter.found_by_carrier'
        | 'letter.lost_piece_handed_over'
        | 'letter.acceptance_learned'
        | 'letter.carrier_status'
        | 'letter.deadline_moved'
        | 'letter.erased'
        | 'letter.revealed'
        | 'document.proposed'
        | 'document.accepted'
        | 'document.stored'
        | 'document.kept'
        | 'document.no_longer_kept'
        | 'document.erased'
        | 'import.opened'
        | 'import.receiving'
        | 'import.completed'
        | 'import.abandoned'
        | 'import.deleted'
        | 'import.erased'
        | 'preview.asked'
        | 'preview.ready'
        | 'preview.refused'
        | 'preview.erased'
        | 'template.created'
        | 'template_version.added'
        | 'template_version.proof_asked'
        | 'template_version.approved'
        | 'template_version.not_approved'
        | 'template_version.withdrawn'
        | 'webhook.made'
        | 'webhook.changed'
        | 'webhook.enabled'
        | 'webhook.disabled'
        | 'webhook.secret_rotated'
        | 'webhook.deleted'
        | 'notice.made'
        | 'notice.changed'
        | 'notice.confirmed'
        | 'notice.disabled'
        | 'notice.deleted'
        | 'ticket.opened'
        | 'ticket.answered'
        | 'ticket.added_to'
        | 'ticket.escalated'
        | 'ticket.closed'
        | 'ticket.reopened'
        | 'ticket.erased'
        | 'archive.opened'
        | 'archive.kept'
        | 'archive.end_asked'
        | 'archive.erased'
        | 'cost_centre.added'
        | 'cost_centre.changed'
        | 'account.settings_changed'
      )[];
      description?: string | null;
      /** @description Several events in one message, as `events.batch`: for large orders. Null: each event is a message of its own */
      batch?: {
        /** @description Events of one message at most */
        most: number;
        /** @description How long the first event of a message may wait for others */
        seconds: number;
      } | null;
    };
    SecretRotation: {
      /**
       * @description How long the former secret signs beside the new one
       * @default 24
       */
      overlapHours?: number;
    };
    WebhookEnabling: {
      /**
       * @description `where_it_stopped`: all that was missed is sent; `now`: what was missed stays in the feed alone
       * @default where_it_stopped
       * @enum {string}
       */
      from?: 'where_it_stopped' | 'now';
    };
    WebhookDelivery: {
      /**
       * @description Sent as `webhook-id`: the same at each attempt
       * @example msg_06jd2m8v7k3q9x1z5c4b0n6t2w_412
       */
      id: string;
      /** @enum {string} */
      state: 'due' | 'delivered' | 'failed';
      /** @enum {string} */
      kind: 'events' | 'test';
      /** @description Numbers of its events in the feed */
      numbers: number[];
      /** @description How often it was tried since it was last asked for */
      attempts: number;
      nextAttemptAt: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      endedAt: string | null;
      /** @description The latest 20 attempts, newest first */
      log: {
        /**
         * Format: date-time
         * @example 2027-03-28T09:30:00.000Z
         */
        at: string;
        /** @enum {string} */
        outcome:
          | 'delivered'
          | 'not_accepted'
          | 'redirected'
          | 'gone'
          | 'timed_out'
          | 'no_connection'
          | 'address_refused'
          | 'not_sent';
        /** @description HTTP status of the answer, when there was one */
        status: number | null;
        milliseconds: number;
        /** @description The first 1,000 bytes of the answer */
        answer: string | null;
      }[];
    };
    Redelivery: {
      /** @description First event number */
      from: number;
      /** @description Last event number */
      to: number;
    };
    LinkAsked: {
      token: string;
    };
    NoticeLink: {
      address: string;
      /** @description Whose letters the notices are about */
      organisation: string;
      /** @enum {string} */
      mode: 'test' | 'live';
      kinds: (
        | 'order_ended'
        | 'letter_unprintable'
        | 'letter_returned'
        | 'letter_lost'
        | 'webhook_disabled'
        | 'ticket_answered'
      )[];
      isConfirmed: boolean;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      expiresAt: string;
    };
    Notice: {
      /**
       * @description order_ended: an order has come to its end, whole; letter_unprintable, letter_returned, letter_lost; webhook_disabled: a webhook was switched off; ticket_answered: support has answered
       * @enum {string}
       */
      kind:
        | 'order_ended'
        | 'letter_unprintable'
        | 'letter_returned'
        | 'letter_lost'
        | 'webhook_disabled'
        | 'ticket_answered';
      /**
       * @description unconfirmed: none of its addresses is confirmed; what happens meanwhile is told when one is
       * @enum {string}
       */
      state: 'enabled' | 'unconfirmed' | 'disabled';
      /** @description Why it is disabled: no mail of it has gone out for days */
      reason: ('gone' | 'failing') | null;
      addresses: string[];
      /** @description Those of its addresses whose readers have not said yes: nothing but the link is sent there */
      unconfirmed: {
        address: string;
        /** @description So long the link is good that was sent there; null: it is over, ask for another */
        until: string | null;
      }[];
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
    };
    NoticeSettings: {
      /**
       * @description Mail addresses; kept until the notice is switched off
       * @example [
       *       "courrier@example.org"
       *     ]
       */
      addresses: string[];
    };
    ConfirmationAsked: {
      /**
       * Format: email
       * @example courrier@example.org
       */
      address: string;
    };
    LetterHistoryRow: {
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      orderId: string;
      position: number;
      /** @enum {string} */
      state:
        | 'draft'
        | 'accepted'
        | 'composed'
        | 'pooled'
        | 'in_production'
        | 'handed_over'
        | 'accepted_by_carrier'
        | 'delivered'
        | 'no_return_seen'
        | 'lost'
        | 'returned'
        | 'refused'
        | 'unprintable'
        | 'cancelled'
        | 'deleted';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      /** @description Deadline of what it waits for */
      until: string | null;
      service: string;
      /** @description ISO 3166 */
      country: string;
      postcode: string;
      /**
       * @description The zone by which its service, weight bands and price are chosen
       * @enum {string}
       */
      destination: 'metropolitan' | 'overseas' | 'international';
      registeredNumber: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      submittedAt: string;
      /** @enum {string} */
      content: 'template' | 'document';
      /** @description Null once erased */
      recipient: string | null;
      /** @description Its own, else its order’s */
      clientReference: string | null;
      costCentre: string | null;
      sheets: number | null;
      envelope: string | null;
      weightMg: number | null;
      postageCents: number | null;
      /** @description J */
      depositDay: string | null;
      erasedAt: string | null;
      /** @description Its file, when it is kept in the archive */
      archivedFileId: string | null;
    };
    OrderHistoryRow: {
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      state: 'draft' | 'submitted' | 'in_progress' | 'ended' | 'refused' | 'cancelled' | 'deleted';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      siteId: string | null;
      letterCount: number;
      /** @description Letters that have not come to rest */
      openLetters: number;
      clientReference: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      submittedAt: string;
      deadlineAt: string | null;
      service: string;
      costCentre: string | null;
      /** @description Who made it; null: a key */
      personId: string | null;
      /** @enum {string} */
      archive: 'none' | 'simple';
    };
    HistoryChoices: {
      /** @description Who has made orders */
      persons: {
        id: string;
        /** @description Null: who has left */
        name: string | null;
      }[];
      /** @description Of the first letter that was submitted */
      firstDay: string | null;
      /** @description Cost centres that orders have named */
      costCentres: {
        /** @description Key of a cost centre, as statistics and history name it; `none` for letters without */
        key: string;
        costCentre: string;
        label: string | null;
      }[];
    };
    ArchivedFile: {
      /** @example arc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      letterId: string;
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      orderId: string;
      /** @enum {string} */
      state: 'kept' | 'erased';
      service: string;
      costCentre: string | null;
      /** @description Null once erased */
      recipient: string | null;
      clientReference: string | null;
      bytes: number;
      /** @description Of the file, in hexadecimal; null once erased */
      sha256: string | null;
      /**
       * Format: date-time
       * @description When the carrier got the letter
       * @example 2027-03-28T09:30:00.000Z
       */
      sentAt: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      keptSince: string;
      /** @description Null: until its account ends it */
      keepUntil: string | null;
      erasedAt: string | null;
      /** @description Why it is erased, or will be at its next chance */
      reason: ('term_over' | 'asked') | null;
    };
    ArchiveSearch: {
      /** @default 50 */
      limit?: number;
      /**
       * Format: date
       * @description First day, by the clock of the print room
       * @example 2027-03-28
       */
      from?: string;
      /**
       * Format: date
       * @description Last day
       * @example 2027-03-28
       */
      to?: string;
      /**
       * @description `next` of the page before
       * @example arc_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      before?: string;
      /** @enum {string} */
      state?: 'kept' | 'erased';
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      orderId?: string;
      /** @description Part of the recipient’s name, or of the reference; upper and lower case alike */
      text: string;
    };
    ArchivedFileStory: {
      /** @example arc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      letterId: string;
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      orderId: string;
      /** @enum {string} */
      state: 'kept' | 'erased';
      service: string;
      costCentre: string | null;
      /** @description Null once erased */
      recipient: string | null;
      clientReference: string | null;
      bytes: number;
      /** @description Of the file, in hexadecimal; null once erased */
      sha256: string | null;
      /**
       * Format: date-time
       * @description When the carrier got the letter
       * @example 2027-03-28T09:30:00.000Z
       */
      sentAt: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      keptSince: string;
      /** @description Null: until its account ends it */
      keepUntil: string | null;
      erasedAt: string | null;
      /** @description Why it is erased, or will be at its next chance */
      reason: ('term_over' | 'asked') | null;
      /** @description Who opened the file, the latest 100, newest first */
      accesses: {
        /**
         * Format: date-time
         * @example 2027-03-28T09:30:00.000Z
         */
        at: string;
        /** @description Key or person */
        actor: string;
        /** @description Who, by name, when it is a person of the account */
        name: string | null;
      }[];
    };
    Statistics: {
      from: string;
      to: string;
      total: {
        letters: number;
        /** @description Of them, those that the carrier has got */
        sent: number;
        /** @description Of those sent, milligrams */
        weightMg: number;
        /** @description Of those sent: postage in cents of euro, without VAT */
        postageCents: number;
      };
      /** @description Every month of the period */
      byMonth: {
        /** @description 2027-03 */
        month: string;
        letters: number;
        /** @description Of them, those that the carrier has got */
        sent: number;
        /** @description Of those sent, milligrams */
        weightMg: number;
        /** @description Of those sent: postage in cents of euro, without VAT */
        postageCents: number;
      }[];
      byMonthAndService: {
        month: string;
        service: string;
        letters: number;
        /** @description Of them, those that the carrier has got */
        sent: number;
        /** @description Of those sent, milligrams */
        weightMg: number;
        /** @description Of those sent: postage in cents of euro, without VAT */
        postageCents: number;
      }[];
      byService: {
        service: string;
        letters: number;
        /** @description Of them, those that the carrier has got */
        sent: number;
        /** @description Of those sent, milligrams */
        weightMg: number;
        /** @description Of those sent: postage in cents of euro, without VAT */
        postageCents: number;
      }[];
      byState: {
        state: string;
        letters: number;
        /** @description Of them, those that the carrier has got */
        sent: number;
        /** @description Of those sent, milligrams */
        weightMg: number;
        /** @description Of those sent: postage in cents of euro, without VAT */
        postageCents: number;
      }[];
      byContent: {
        /** @enum {string} */
        content: 'template' | 'document';
        letters: number;
        /** @description Of them, those that the carrier has got */
        sent: number;
        /** @description Of those sent, milligrams */
        weightMg: number;
        /** @description Of those sent: postage in cents of euro, without VAT */
        postageCents: number;
      }[];
      byEnvelope: {
        /** @description Null: not composed yet */
        envelope: string | null;
        letters: number;
        /** @description Of them, those that the carrier has got */
        sent: number;
        /** @description Of those sent, milligrams */
        weightMg: number;
        /** @description Of those sent: postage in cents of euro, without VAT */
        postageCents: number;
      }[];
      byCostCentre: {
        /** @description Key of a cost centre, as statistics and history name it; `none` for letters without */
        key: string;
        /** @description As orders name it; null: none */
        costCentre: string | null;
        /** @description From the account's list */
        label: string | null;
        letters: number;
        /** @description Of them, those that the carrier has got */
        sent: number;
        /** @description Of those sent, milligrams */
        weightMg: number;
        /** @description Of those sent: postage in cents of euro, without VAT */
        postageCents: number;
      }[];
    };
    CostCentre: {
      /** @example ccn_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      code: string;
      label: string;
      /** @enum {string} */
      state: 'active' | 'retired';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
    };
    NewCostCentre: {
      /** @description As orders name it; it stays for ever */
      code: string;
      /** @description For people */
      label: string;
    };
    CostCentreChange: {
      /** @description For people */
      label?: string;
      /**
       * @description New orders may name an active one only
       * @enum {string}
       */
      state?: 'active' | 'retired';
    };
    AccountSettings: {
      /**
       * @description free: an order may name any text, or none; listed: none, or an active one of the list; required: an active one of the list
       * @enum {string}
       */
      costCentres: 'free' | 'listed' | 'required';
    };
    NewTemplate: {
      name: string;
    };
    Template: {
      /** @example tpl_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      name: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      latestVersion: number | null;
      /** @description The latest that may be used for live letters */
      approvedVersion: number | null;
      /** @description Of the latest version */
      state: ('draft' | 'proofing' | 'approved' | 'withdrawn') | null;
      /**
       * Format: date-time
       * @description When its latest version was added
       * @example 2027-03-28T09:30:00.000Z
       */
      changedAt: string;
    };
    TemplateTrial: {
      /** @description Liquid in HTML, A4. Leaves the window block of page 1 and the left margin empty: Pli sets the address and its marks there */
      html: string;
      /** @description The data are checked by it, when it is given */
      dataSchema?: {
        [key: string]: unknown;
      };
      /** @description Invented data, never a customer’s */
      data: {
        [key: string]: unknown;
      };
    };
    TemplateChange: {
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      at: string;
      event: string;
      /** @description null: of the template itself */
      version: number | null;
      /** @description The state it came into, when it changed */
      state: string | null;
      reason: string | null;
      /** @description Of the proof that approved it */
      pages: number | null;
      /** @description Who, by id: `person:usr_…`, `customer:key_…`, or a process */
      actor: string;
      /** @description Who, by name, when it is a person of the account */
      name: string | null;
    };
    NewTemplateVersion: {
      /** @description Liquid in HTML, A4. Leaves the window block of page 1 and the left margin empty: Pli sets the address and its marks there */
      html: string;
      /** @description JSON Schema (2020-12) of the data of a letter */
      dataSchema: {
        [key: string]: unknown;
      };
      /** @description Invented data, never a customer’s: approval fills the template with it */
      sampleData: {
        [key: string]: unknown;
      };
    };
    TemplateVersion: {
      /** @example tpv_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example tpl_06jd2m8v7k3q9x1z5c4b0n6t2w */
      templateId: string;
      version: number;
      /**
       * @description `proofing`: its sample is being composed
       * @enum {string}
       */
      state: 'draft' | 'proofing' | 'approved' | 'withdrawn';
      /** @description Code of why the last proof did not approve it */
      reason: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      approvedAt: string | null;
    };
    TemplateVersionWhole: {
      /** @example tpv_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example tpl_06jd2m8v7k3q9x1z5c4b0n6t2w */
      templateId: string;
      version: number;
      /**
       * @description `proofing`: its sample is being composed
       * @enum {string}
       */
      state: 'draft' | 'proofing' | 'approved' | 'withdrawn';
      /** @description Code of why the last proof did not approve it */
      reason: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      approvedAt: string | null;
      /** @description What is wrong, where, and how to mend it */
      reasonText: string | null;
      /** @description Who asked for the last approval */
      askedBy: string | null;
      waiting: components['schemas']['Waiting'] | null;
      html: string;
      dataSchema: {
        [key: string]: unknown;
      };
      sampleData: {
        [key: string]: unknown;
      };
    };
    Document: {
      /** @example doc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /**
       * @description proposed: repaired, and not printed before it is accepted; erased: nothing of it is left
       * @enum {string}
       */
      state: 'proposed' | 'stored' | 'erased';
      pages: number;
      /** @description As stored: rewritten once */
      bytes: number;
      /** @description What its sender calls it; erased with it */
      name: string | null;
      /** @description Kept to be used again: not erased with the letters that used it */
      library: ('letterhead' | 'attachment') | null;
      /** @description What was mended; without any, its pages look as they were sent */
      repairs: ('embed_fonts' | 'fit_to_a4')[];
      /** @description Of the bytes that were sent, which are kept as well */
      originalSha256: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      /** @description When a proposed document is erased, if it is not accepted before */
      acceptBy: string | null;
      /** @description Of a stored document: when it is erased, unless a letter or a draft names it by then, or letters were lately written on it. Null until the next round of erasure has seen it */
      eraseAt: string | null;
      erasedAt: string | null;
    };
    DocumentChange: {
      /** @description null: none */
      name?: string | null;
      /** @description null: no longer kept; it goes with the letters that used it */
      library?: ('letterhead' | 'attachment') | null;
    };
    SplitRequest: {
      by:
        | {
            /** @constant */
            kind: 'pages';
            every: number;
          }
        | {
            /** @constant */
            kind: 'text';
            /** @description A rectangle in millimetres from the page's top left corner */
            zone: {
              x: number;
              y: number;
              width: number;
              height: number;
            };
            /** @description Only text that starts so counts; upper and lower case alike */
            startsWith?: string;
            /** @description Only text of this form counts: # is a digit, ? any character, * any number of them; upper and lower case alike */
            pattern?: string;
            /**
             * @description Where startsWith or pattern is given wherever_it_shows, else where_it_changes
             * @enum {string}
             */
            begins?: 'where_it_changes' | 'wherever_it_shows';
            /**
             * @description The page that begins a letter is a separator sheet: it is left out
             * @default false
             */
            separators?: boolean;
          }
        | {
            /** @constant */
            kind: 'barcode';
            /** @description Where to look: far faster than the whole page */
            zone?: {
              x: number;
              y: number;
              width: number;
              height: number;
            };
            /** @enum {string} */
            format?: 'Code128' | 'Code39' | 'DataMatrix' | 'QRCode' | 'PDF417';
            /** @description Other codes are passed over */
            startsWith?: string;
            /**
             * @description where_it_changes: a letter begins on a page that says something else than the last page that said anything; wherever_it_shows: on every page that says it
             * @default where_it_changes
             * @enum {string}
             */
            begins?: 'where_it_changes' | 'wherever_it_shows';
            /**
             * @description The page that begins a letter is a separator sheet: it is left out
             * @default false
             */
            separators?: boolean;
          };
      /**
       * @description Where the recipient's address stands on a letter's first page; else where French windows are
       * @default {
       *       "x": 80,
       *       "y": 35,
       *       "width": 130,
       *       "height": 60
       *     }
       */
      addressZone?: {
        x: number;
        y: number;
        width: number;
        height: number;
      };
    };
    SplitAnswer: {
      /** @example doc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      documentId: string;
      pages: number;
      parts: {
        /**
         * @description As a letter's content takes it: {kind: 'document', documentId, pages}
         * @example 1-3
         */
        pages: string;
        /** @description Pages of the part */
        count: number;
        /** @description What its first page says in the zone */
        text?: string;
        /** @description The barcode of its first page */
        code?: string;
        /** @description The text in the address zone of its first page, for POST /v1/addresses/check; empty for a scan */
        addressLines: string[];
      }[];
      /** @description Pages before the first letter begins: they are in no part */
      before: string | null;
    };
    Board: {
      /**
       * Format: date-time
       * @description When it was counted
       * @example 2027-03-28T09:30:00.000Z
       */
      at: string;
      /** @description Today by the site's calendar */
      day: string;
      timeZone: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      nextCutOffAt: string;
      trucks: components['schemas']['BoardTruck'][];
      stages: components['schemas']['BoardStage'][];
      /** @description Deposits that left today */
      leftToday: {
        count: number;
        /**
         * @description The list that this number equals: follow it to the end and count
         * @example /v1/site/lots?state=printing
         */
        list: string;
        pieces: number;
      };
      /** @description How many things call for a person: the sum of the groups of /v1/site/attention */
      attention: number;
    };
    BoardTruck: {
      /**
       * Format: date-time
       * @description It leaves
       * @example 2027-03-28T09:30:00.000Z
       */
      slotAt: string;
      /** @description J: the day for which the carrier counts it */
      day: string;
      /**
       * Format: date-time
       * @description Lots form by then
       * @example 2027-03-28T09:30:00.000Z
       */
      cutOffAt: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      latestPrintAt: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      latestInsertionAt: string;
      /** @description What stands ready for it, sealed, by contract */
      deposits: {
        id: string;
        number: number;
        carrierContract: string;
        trays: number;
        pieces: number;
      }[];
    };
    BoardStage: {
      /** @enum {string} */
      of: 'letters' | 'lots' | 'pieces' | 'trays' | 'deposits' | 'cases';
      /** @description The state */
      stage: string;
      count: number;
      /**
       * @description The list that this number equals: follow it to the end and count
       * @example /v1/site/lots?state=printing
       */
      list: string;
      /** @description Since when the oldest of them is in this state */
      oldestSince: string | null;
      /** @description Of lots and deposits: how many pieces they hold */
      pieces: number | null;
      /** @description Null where another stage tells it: a piece in its tray stands as its tray does */
      atRisk: {
        count: number;
        /**
         * @description The list that this number equals: follow it to the end and count
         * @example /v1/site/lots?state=printing
         */
        list: string;
      } | null;
      late: {
        count: number;
        /**
         * @description The list that this number equals: follow it to the end and count
         * @example /v1/site/lots?state=printing
         */
        list: string;
      } | null;
    };
    Attention: {
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      at: string;
      /** @description The most urgent first */
      groups: components['schemas']['AttentionGroup'][];
    };
    AttentionGroup: {
      /**
       * @description Kind, state and reason: a stable code
       * @example piece.suspect.no_record
       */
      cause: string;
      /** @enum {string} */
      kind: 'piece' | 'lot' | 'first_off' | 'tray' | 'deposit' | 'case' | 'letter' | 'order' | 'machine';
      state: string | null;
      /** @description Code of why */
      reason: string | null;
      count: number;
      /** @description The list that the count equals */
      list: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      oldestSince: string;
      /** @description The first of their deadlines */
      earliestUntil: string | null;
      /** @description How many of them are past their deadline */
      late: number;
      /** @description Who can act */
      who: ('pli' | 'customer' | 'provider' | 'operator' | 'supervisor' | 'printer' | 'inserter' | 'carrier')[];
      /**
       * @description What is suggested
       * @enum {string}
       */
      step:
        | 'scan_or_void'
        | 'check_and_release'
        | 'open_and_spoil'
        | 'look_at_printer'
        | 'look_at_inserter'
        | 'resolve_pieces'
        | 'count_sheets'
        | 'call_provider'
        | 'sign_first_off'
        | 'check_again'
        | 'finish_tray'
        | 'ask_carrier'
        | 'decide_case'
        | 'wait_or_call_provider'
        | 'switch_on';
      sentence: string;
    };
    IntendedAction:
      | {
          /** @constant */
          action: 'resolve_piece';
          id: string;
          body: components['schemas']['Finding'];
        }
      | {
          /** @constant */
          action: 'release_pool';
          body: components['schemas']['PoolRelease'];
        }
      | {
          /** @constant */
          action: 'spoil_sheets';
          /** @example lot_06jd2m8v7k3q9x1z5c4b0n6t2w */
          id: string;
          body: components['schemas']['SpoiledSheets'];
        }
      | {
          /** @constant */
          action: 'scan_into_tray';
          /** @example try_06jd2m8v7k3q9x1z5c4b0n6t2w */
          id: string;
          body: components['schemas']['ScanIntoTray'];
        }
      | {
          /** @constant */
          action: 'seal_tray';
          /** @example try_06jd2m8v7k3q9x1z5c4b0n6t2w */
          id: string;
          body: components['schemas']['Because'];
        }
      | {
          /** @constant */
          action: 'break_seal';
          /** @example try_06jd2m8v7k3q9x1z5c4b0n6t2w */
          id: string;
          body: components['schemas']['Because'];
        }
      | {
          /** @constant */
          action: 'decide_case';
          /** @example cas_06jd2m8v7k3q9x1z5c4b0n6t2w */
          id: string;
          body: components['schemas']['CaseDecision'];
        }
      | {
          /** @constant */
          action: 'acknowledge';
          /** @example dep_06jd2m8v7k3q9x1z5c4b0n6t2w */
          id: string;
          body: components['schemas']['StampedSlip'];
        };
    Finding:
      | {
          /**
           * @description Its sheets lie in the stack of the lot
           * @constant
           */
          found: 'printed';
          /**
           * @description Code of the reason; the ledger keeps it
           * @example window_checked
           * @example torn
           * @example operator_release
           */
          reason: string;
          /** @description In words; kept apart, erasable */
          text?: string;
        }
      | {
          /**
           * @description A good closed envelope, in the open tray of that number: of its lot, or of its product and contract
           * @constant
           */
          found: 'trayed';
          tray: number;
          /**
           * @description Code of the reason; the ledger keeps it
           * @example window_checked
           * @example torn
           * @example operator_release
           */
          reason: string;
          /** @description In words; kept apart, erasable */
          text?: string;
        }
      | {
          /**
           * @description Opened or damaged: in the sealed bin
           * @constant
           */
          found: 'spoiled';
          /**
           * @description Code of the reason; the ledger keeps it
           * @example window_checked
           * @example torn
           * @example operator_release
           */
          reason: string;
          /** @description In words; kept apart, erasable */
          text?: string;
        }
      | {
          /**
           * @description It never became paper
           * @constant
           */
          found: 'voided';
          /**
           * @description Code of the reason; the ledger keeps it
           * @example window_checked
           * @example torn
           * @example operator_release
           */
          reason: string;
          /** @description In words; kept apart, erasable */
          text?: string;
        };
    PoolRelease: {
      /** @description Only letters of this key; all when left out */
      lotKey?: string;
      /**
       * @description Code of the reason; the ledger keeps it
       * @example window_checked
       * @example torn
       * @example operator_release
       */
      reason: string;
      /** @description In words; kept apart, erasable */
      text?: string;
    };
    SpoiledSheets: {
      sheets: number;
      /**
       * @description Code of the reason; the ledger keeps it
       * @example window_checked
       * @example torn
       * @example operator_release
       */
      reason: string;
      /** @description In words; kept apart, erasable */
      text?: string;
    };
    ScanIntoTray: {
      /**
       * @description As read: the window code of an envelope, the code of a sheet, a tray, a lot or a deposit slip
       * @example W/PAR1/123/45/1/K
       */
      windowCode: string;
      /**
       * @description Code of the reason; the ledger keeps it
       * @default scanned_into_tray
       * @example window_checked
       * @example torn
       * @example operator_release
       */
      reason?: string;
      /** @description In words; kept apart, erasable */
      text?: string;
    };
    Because: {
      /**
       * @description Code of the reason; the ledger keeps it
       * @example window_checked
       * @example torn
       * @example operator_release
       */
      reason: string;
      /** @description In words; kept apart, erasable */
      text?: string;
    };
    CaseDecision:
      | {
          /**
           * @description Missing: nobody found it; its letter is lost
           * @constant
           */
          outcome: 'lost';
          /**
           * @description Code of the reason; the ledger keeps it
           * @example window_checked
           * @example torn
           * @example operator_release
           */
          reason: string;
          /** @description In words; kept apart, erasable */
          text?: string;
        }
      | {
          /**
           * @description Missing: the carrier has it after all
           * @constant
           */
          outcome: 'found_by_carrier';
          /**
           * Format: date-time
           * @description The carrier's date and hour of the find; now unless told
           */
          foundAt?: string;
          /**
           * @description Code of the reason; the ledger keeps it
           * @example window_checked
           * @example torn
           * @example operator_release
           */
          reason: string;
          /** @description In words; kept apart, erasable */
          text?: string;
        }
      | {
          /**
           * @description A count: this piece is what it lacks; it is missing from now on
           * @constant
           */
          outcome: 'named_missing';
          pieceId: string;
          /**
           * @description Code of the reason; the ledger keeps it
           * @example window_checked
           * @example torn
           * @example operator_release
           */
          reason: string;
          /** @description In words; kept apart, erasable */
          text?: string;
        }
      | {
          /**
           * @description A count or an undeclared item: why it differs
           * @constant
           */
          outcome: 'explained';
          /**
           * @description Code of the reason; the ledger keeps it
           * @example window_checked
           * @example torn
           * @example operator_release
           */
          reason: string;
          /** @description In words; kept apart, erasable */
          text?: string;
        };
    StampedSlip: {
      /**
       * Format: date-time
       * @description Date and hour on the stamp
       */
      acceptedAt: string;
      /** @description What the carrier counted by product and weight band (g), each once, without what it missed or refused; in all no more than declared and a tenth (at least 100) */
      found: {
        product: string;
        band: number;
        count: number;
      }[];
      /** @default [] */
      missing?: string[];
      /** @default [] */
      refused?: {
        windowCode: string;
        /** @description A stable code */
        reason: string;
      }[];
      /**
       * @description Code of the reason; the ledger keeps it
       * @example window_checked
       * @example torn
       * @example operator_release
       */
      reason: string;
      /** @description In words; kept apart, erasable */
      text?: string;
    };
    Effects: {
      possible: boolean;
      /** @description Why it would be refused */
      refusal: {
        code: string;
        detail: string;
      } | null;
      /** @description At most 100; `more` tells of the rest */
      changes: components['schemas']['Effect'][];
      more: number;
      /** @description Of a release: the lots that would form at once */
      lots:
        | {
            lotKey: string;
            pieces: number;
            sheets: number;
            trays: number;
          }[]
        | null;
      /** @description Of spoiled sheets: printed, and told as spoiled by people */
      sheets: {
        printed: number;
        toldBefore: number;
        toldThen: number;
      } | null;
      /** @description Of a stamped slip: what would be accepted, and the cases that would open */
      count: {
        declared: number;
        accepted: number;
        missing: number;
        refused: number;
        unexplained: number;
      } | null;
    };
    Effect: {
      /** @description piece, letter, lot, tray, deposit, case, registered_number, postage_entry, site */
      about: string;
      id: string;
      /** @description How the floor calls it: a window code, a number of lot, tray or deposit, a registered number */
      name: string;
      /** @description What the ledger would tell */
      event: string;
      /** @description Its state now */
      from: string | null;
      /** @description Its state then */
      to: string | null;
      /** @description Number of the tray it would go into */
      tray: number | null;
      /** @description Postage it is about */
      cents: number | null;
      /** @description Of a dead copy: whether its letter gets a next one */
      letterLeaves: boolean | null;
    };
    Machines: {
      rows: components['schemas']['Machine'][];
    };
    Machine: {
      /** @example dev_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      kind: 'printer' | 'inserter' | 'carrier';
      name: string;
      simulated: boolean;
      /**
       * @description silent: it gives no answer; not_asked: nobody has asked it so far
       * @enum {string}
       */
      state: 'ready' | 'busy' | 'trouble' | 'silent' | 'not_asked';
      since: string | null;
      askedAt: string | null;
      /** @description Its last answer */
      heardAt: string | null;
      /** @description What troubles it, in its own codes (IPP printer-state-reasons) */
      reasons: string[];
      /** @description What it is making */
      lot: {
        id: string;
        number: number;
        sheets: number;
        pieces: number;
      } | null;
      /** @description Envelopes that it has told of so far */
      progress: number | null;
      /** @description The last thing that it told of lots or deposits */
      lastWordAt: string | null;
    };
    SiteDay: {
      /**
       * Format: date
       * @example 2027-03-28
       */
      day: string;
      figures: components['schemas']['DayFigures'];
      /** @description What must be explained before the day is signed */
      open: {
        /**
         * @description Kind, state and reason: a stable code
         * @example piece.suspect.no_record
         */
        cause: string;
        /** @enum {string} */
        kind: 'piece' | 'lot' | 'first_off' | 'tray' | 'deposit' | 'case' | 'letter' | 'order' | 'machine';
        state: string | null;
        /** @description Code of why */
        reason: string | null;
        count: number;
        /** @description The list that the count equals */
        list: string | null;
      }[];
      /** @description The closing before: what it carried over */
      carriedFrom: components['schemas']['DayClosing'] | null;
      /** @description Null while the day is not signed */
      closing: components['schemas']['DayClosing'] | null;
    };
    DayFigures: {
      pieces: {
        declared: number;
        accepted: number;
        uncounted: number;
      };
      deposits: {
        left: number;
        accepted: number;
        withDifferences: number;
        open: number;
      };
      trays: {
        left: number;
      };
      lots: {
        closed: number;
        open: number;
      };
      /** @description Marks given that day; cents of those that were debited or wait */
      franking: {
        marks: number;
        debited: number;
        waiting: number;
        refundDue: number;
        cents: number;
      };
      registered: {
        used: number;
        assigned: number;
        void: number;
        free: number;
      };
      /** @description Into the sealed bin */
      bin: {
        pieces: number;
        sheets: number;
      };
      firstOffs: {
        passed: number;
        failed: number;
      };
    };
    DayClosing: {
      /** @example day_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /**
       * Format: date
       * @example 2027-03-28
       */
      day: string;
      signedBy: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      signedAt: string;
      figures: components['schemas']['DayFigures'];
      carriedOver: {
        /**
         * @description Of what is open, as `open` names it
         * @example case.missing_at_deposit
         */
        cause: string;
        count: number;
        reason: string;
        /**
         * Format: date
         * @example 2027-03-28
         */
        until: string;
        owner: string;
      }[];
    };
    CloseDay: {
      /** @default [] */
      carriedOver?: {
        /**
         * @description Of what is open, as `open` names it
         * @example case.missing_at_deposit
         */
        cause: string;
        /**
         * @description Code of the reason; the ledger keeps it
         * @example window_checked
         * @example torn
         * @example operator_release
         */
        reason: string;
        /**
         * Format: date
         * @description By when it is settled; after today
         * @example 2027-03-28
         */
        until: string;
        /** @description Who sees to it: a function, such as supervisor */
        owner: string;
      }[];
      /**
       * @description Code of the reason; the ledger keeps it
       * @default end_of_day
       * @example window_checked
       * @example torn
       * @example operator_release
       */
      reason?: string;
      /** @description In words; kept apart, erasable */
      text?: string;
    };
    Revealed: {
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      letterId: string;
      /**
       * Format: date-time
       * @description Refused from then on
       * @example 2027-03-28T09:30:00.000Z
       */
      until: string;
      reason: string;
      /** @description Its lines as they are printed */
      address: string[];
      /** @description Pages that can be looked at; null while it is not composed */
      pages: number | null;
    };
    FloorOrder: {
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example acc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      accountId: string;
      state: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      until: string | null;
      waiting: components['schemas']['Waiting'] | null;
      letterCount: number;
      openLetters: number;
      submittedAt: string | null;
      reason: string | null;
    };
    FloorLetterRow: {
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      orderId: string;
      /** @example acc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      accountId: string;
      /** @description In its order, from 1 */
      position: number;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @enum {string} */
      state:
        | 'draft'
        | 'accepted'
        | 'composed'
        | 'pooled'
        | 'in_production'
        | 'handed_over'
        | 'accepted_by_carrier'
        | 'delivered'
        | 'no_return_seen'
        | 'lost'
        | 'returned'
        | 'refused'
        | 'unprintable'
        | 'cancelled'
        | 'deleted';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      until: string | null;
      waiting: components['schemas']['Waiting'] | null;
      service: string;
      country: string;
      postcode: string;
      sheets: number | null;
      weightMg: number | null;
      weightBand: number | null;
      registeredNumber: string | null;
      reason: string | null;
    };
    FloorLetter: {
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      orderId: string;
      /** @example acc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      accountId: string;
      /** @description In its order, from 1 */
      position: number;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @enum {string} */
      state:
        | 'draft'
        | 'accepted'
        | 'composed'
        | 'pooled'
        | 'in_production'
        | 'handed_over'
        | 'accepted_by_carrier'
        | 'delivered'
        | 'no_return_seen'
        | 'lost'
        | 'returned'
        | 'refused'
        | 'unprintable'
        | 'cancelled'
        | 'deleted';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      until: string | null;
      waiting: components['schemas']['Waiting'] | null;
      service: string;
      country: string;
      postcode: string;
      sheets: number | null;
      weightMg: number | null;
      weightBand: number | null;
      registeredNumber: string | null;
      reason: string | null;
      /** @description Every copy that was planned, dead ones too */
      copies: components['schemas']['Piece'][];
      /** @description Of the letter, its copies, and the lots, trays, deposits and cases they went through */
      timeline: components['schemas']['FloorEntry'][];
    };
    Piece: {
      /** @description Its letter and copy number */
      id: string;
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      letterId: string;
      copy: number;
      /** @example lot_06jd2m8v7k3q9x1z5c4b0n6t2w */
      lotId: string;
      lotNumber: number;
      position: number;
      /** @enum {string} */
      state:
        | 'planned'
        | 'printed'
        | 'inserted'
        | 'trayed'
        | 'handed_over'
        | 'accepted'
        | 'missing_at_deposit'
        | 'refused_at_deposit'
        | 'suspect'
        | 'diverted'
        | 'spoiled'
        | 'voided'
        | 'returned';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      until: string | null;
      waiting: components['schemas']['Waiting'] | null;
      /** @enum {string} */
      letterState:
        | 'draft'
        | 'accepted'
        | 'composed'
        | 'pooled'
        | 'in_production'
        | 'handed_over'
        | 'accepted_by_carrier'
        | 'delivered'
        | 'no_return_seen'
        | 'lost'
        | 'returned'
        | 'refused'
        | 'unprintable'
        | 'cancelled'
        | 'deleted';
      windowCode: string;
      sheets: number;
      weightMg: number;
      weightBand: number;
      service: string;
      postcode: string;
      product: string;
      carrierContract: string;
      trayId: string | null;
      trayNumber: number | null;
      depositId: string | null;
      registeredNumber: string | null;
      mark: number | null;
      frankedAt: string | null;
      reason: string | null;
      /** @description Counted as dead before, and turned up again: it may only be spoiled */
      reappearedAt: string | null;
    };
    FloorEntry: {
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      at: string;
      event: string;
      /** @enum {string} */
      about: 'order' | 'letter' | 'piece' | 'lot' | 'tray' | 'deposit' | 'case';
      id: string;
      /** @description How the floor calls it: copy 2, lot 12, tray 7, deposit 3 */
      name: string;
      state: string | null;
      words: string;
      /** @description Code */
      reason: string | null;
      /** @description In words, as the person wrote it; erasable */
      text: string | null;
      /** @description Who: operator:<key>, customer:<key>, workflow:<activity>, … */
      actor: string;
      /** @description Who, by name, when it is a person of the print room */
      person: string | null;
    };
    PoolGroup: {
      lotKey: string;
      letters: number;
      sheets: number;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      oldestSince: string;
      earliestUntil: string | null;
    };
    Lot: {
      /** @example lot_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      number: number;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      kind: string;
      /** @description All that its pieces have in common */
      key: {
        [key: string]: unknown;
      };
      /** @enum {string} */
      state: 'planned' | 'assembled' | 'printing' | 'printed' | 'inserting' | 'reconciling' | 'closed';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      until: string | null;
      waiting: components['schemas']['Waiting'] | null;
      pieces: number;
      sheets: number;
      plannedDepositDate: string;
      /** @description Null once it is closed */
      standing: ('on_time' | 'at_risk' | 'late') | null;
      reprintOf: string | null;
      needsOperator: boolean;
      operatorReason: string | null;
      balances: {
        sheets: {
          printed: number | null;
          good: number | null;
          spoiled: number | null;
          banner: number | null;
          duplicate: number | null;
        };
        pieces: {
          planned: number;
          good: number | null;
          spoiled: number | null;
          voided: number | null;
        };
        envelopes: {
          used: number | null;
          good: number | null;
          spoiled: number | null;
        };
      };
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
    };
    LotWhole: {
      /** @example lot_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      number: number;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      kind: string;
      /** @description All that its pieces have in common */
      key: {
        [key: string]: unknown;
      };
      /** @enum {string} */
      state: 'planned' | 'assembled' | 'printing' | 'printed' | 'inserting' | 'reconciling' | 'closed';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      until: string | null;
      waiting: components['schemas']['Waiting'] | null;
      pieces: number;
      sheets: number;
      plannedDepositDate: string;
      /** @description Null once it is closed */
      standing: ('on_time' | 'at_risk' | 'late') | null;
      reprintOf: string | null;
      needsOperator: boolean;
      operatorReason: string | null;
      balances: {
        sheets: {
          printed: number | null;
          good: number | null;
          spoiled: number | null;
          banner: number | null;
          duplicate: number | null;
        };
        pieces: {
          planned: number;
          good: number | null;
          spoiled: number | null;
          voided: number | null;
        };
        envelopes: {
          used: number | null;
          good: number | null;
          spoiled: number | null;
        };
      };
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      /** @description g/m² of its paper; null when that stock is not kept any more */
      paperGrammage: number | null;
      reprintOfNumber: number | null;
      piecesByState: {
        [key: string]: number;
      };
      /** @description Signatures of its first envelopes, the last one last */
      firstOffs: components['schemas']['FirstOff'][];
      trays: {
        id: string;
        number: number;
        position: number;
        /** @enum {string} */
        state: 'open' | 'sealed' | 'handed_over' | 'settled';
        pieces: number;
      }[];
    };
    FirstOff: {
      /** @example fof_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      pieceId: string;
      windowCode: string;
      passed: boolean;
      failedChecks: ('window' | 'fold' | 'contents' | 'weight' | 'mark')[];
      signedBy: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      signedAt: string;
    };
    SignFirstOff: {
      /** @description As read through its window */
      windowCode: string;
      /**
       * @description What is not in order; empty signs that window, fold, contents, weight and mark are
       * @default []
       */
      failedChecks?: ('window' | 'fold' | 'contents' | 'weight' | 'mark')[];
      /**
       * @description Code of the reason; the ledger keeps it
       * @default first_off
       * @example window_checked
       * @example torn
       * @example operator_release
       */
      reason?: string;
      /** @description In words; kept apart, erasable */
      text?: string;
    };
    Refund: {
      /** @description The copy */
      id: string;
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      letterId: string;
      copy: number;
      carrierContract: string;
      frankingMode: string;
      /** @example pct_06jd2m8v7k3q9x1z5c4b0n6t2w */
      counterId: string;
      /** @description Value of the counter */
      mark: number;
      markDate: string;
      cents: number;
      /** @enum {string} */
      pieceState:
        | 'planned'
        | 'printed'
        | 'inserted'
        | 'trayed'
        | 'handed_over'
        | 'accepted'
        | 'missing_at_deposit'
        | 'refused_at_deposit'
        | 'suspect'
        | 'diverted'
        | 'spoiled'
        | 'voided'
        | 'returned';
      /** @description Code of why the copy is dead */
      reason: string | null;
      /**
       * Format: date-time
       * @description When it died
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
    };
    RegisteredNumber: {
      /** @description The copy that bears it */
      id: string;
      number: string;
      /** @example rng_06jd2m8v7k3q9x1z5c4b0n6t2w */
      rangeId: string;
      /** @enum {string} */
      state: 'assigned' | 'used' | 'void';
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      letterId: string;
      copy: number;
      /** @enum {string} */
      pieceState:
        | 'planned'
        | 'printed'
        | 'inserted'
        | 'trayed'
        | 'handed_over'
        | 'accepted'
        | 'missing_at_deposit'
        | 'refused_at_deposit'
        | 'suspect'
        | 'diverted'
        | 'spoiled'
        | 'voided'
        | 'returned';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      assignedAt: string;
      voidedAt: string | null;
      /** @description Code of why the copy is dead, of a void number */
      reason: string | null;
    };
    Scan: {
      /**
       * @description As read: the window code of an envelope, the code of a sheet, a tray, a lot or a deposit slip
       * @example W/PAR1/123/45/1/K
       */
      code: string;
    };
    Scanned: {
      /** @enum {string} */
      kind: 'window' | 'sheet' | 'tray' | 'lot' | 'deposit';
      piece: components['schemas']['Piece'] | null;
      tray: components['schemas']['Tray'] | null;
      lot: {
        id: string;
        number: number;
        /** @enum {string} */
        state: 'planned' | 'assembled' | 'printing' | 'printed' | 'inserting' | 'reconciling' | 'closed';
      } | null;
      deposit: {
        id: string;
        number: number;
        /** @enum {string} */
        state:
          | 'planned'
          | 'closed'
          | 'announced'
          | 'left_site'
          | 'accepted'
          | 'accepted_with_differences'
          | 'refused'
          | 'settled';
      } | null;
      /** @description Whether this scan made a copy that was counted as dead a diverted one */
      putAside: boolean;
      advice: components['schemas']['Advice'];
    };
    Tray: {
      /** @example try_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      number: number;
      /** @description As on its label */
      code: string;
      kind: string;
      /** @enum {string} */
      state: 'open' | 'sealed' | 'handed_over' | 'settled';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      until: string | null;
      waiting: components['schemas']['Waiting'] | null;
      /** @description null for a tray that a person opened */
      lotId: string | null;
      position: number;
      product: string;
      carrierContract: string;
      /** @description Planned for it; once sealed, those in it */
      pieces: number;
      /** @description Pieces that lie in it */
      inside: number;
      /** @description Pieces planned for it that are still to come or to be resolved: it cannot be sealed before */
      coming: number;
      depositId: string | null;
      sealedAt: string | null;
      /** @description Null once it is settled */
      standing: ('on_time' | 'at_risk' | 'late') | null;
      /** @description Since when a tray that was sealed is open again */
      sealBrokenAt: string | null;
    };
    Advice: {
      /** @enum {string} */
      do:
        | 'put_into_tray'
        | 'open_tray'
        | 'check'
        | 'put_aside_and_spoil'
        | 'put_into_bin'
        | 'leave_in_stack'
        | 'break_seal'
        | 'seal'
        | 'keep_until_counted'
        | 'ask_carrier'
        | 'nothing';
      /** @description The open tray into which it goes if it is good */
      tray: {
        id: string;
        number: number;
      } | null;
      sentence: string;
    };
    NewTray: {
      /** @enum {string} */
      product: 'priority' | 'registered' | 'registered_ar' | 'economy';
      /** @description As the piece shows it */
      carrierContract: string;
      /**
       * @description Code of the reason; the ledger keeps it
       * @example window_checked
       * @example torn
       * @example operator_release
       */
      reason: string;
      /** @description In words; kept apart, erasable */
      text?: string;
    };
    ScannedIntoTray: {
      /**
       * @description reappeared: it was counted as dead and is put aside; it must be spoiled
       * @enum {string}
       */
      outcome: 'trayed' | 'already_there' | 'reappeared';
      piece: components['schemas']['Piece'];
      tray: components['schemas']['Tray'];
      advice: components['schemas']['Advice'];
    };
    Deposit: {
      /** @example dep_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      number: number;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @enum {string} */
      state:
        | 'planned'
        | 'closed'
        | 'announced'
        | 'left_site'
        | 'accepted'
        | 'accepted_with_differences'
        | 'refused'
        | 'settled';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      until: string | null;
      waiting: components['schemas']['Waiting'] | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      slotAt: string;
      carrierContract: string;
      pieces: number;
      /** @description As the slip says: count and mean mass by product and band */
      declared: unknown;
      /** @description What the carrier counted */
      found: unknown;
      leftAt: string | null;
      acceptedAt: string | null;
      depositDay: string | null;
      piecesAccepted: number | null;
      /** @description Its file, or its stamped slip typed in */
      acknowledgedBy: ('carrier' | 'operator') | null;
      hasSlip: boolean;
      needsOperator: boolean;
      operatorReason: string | null;
    };
    DepositWhole: {
      /** @example dep_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      number: number;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @enum {string} */
      state:
        | 'planned'
        | 'closed'
        | 'announced'
        | 'left_site'
        | 'accepted'
        | 'accepted_with_differences'
        | 'refused'
        | 'settled';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      until: string | null;
      waiting: components['schemas']['Waiting'] | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      slotAt: string;
      carrierContract: string;
      pieces: number;
      /** @description As the slip says: count and mean mass by product and band */
      declared: unknown;
      /** @description What the carrier counted */
      found: unknown;
      leftAt: string | null;
      acceptedAt: string | null;
      depositDay: string | null;
      piecesAccepted: number | null;
      /** @description Its file, or its stamped slip typed in */
      acknowledgedBy: ('carrier' | 'operator') | null;
      hasSlip: boolean;
      needsOperator: boolean;
      operatorReason: string | null;
      trays: {
        id: string;
        number: number;
        /** @enum {string} */
        state: 'open' | 'sealed' | 'handed_over' | 'settled';
        pieces: number;
      }[];
      cases: components['schemas']['DepositCase'][];
    };
    DepositCase: {
      /** @example cas_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @enum {string} */
      kind: 'missing_at_deposit' | 'refused_at_deposit' | 'count_differs' | 'undeclared';
      /** @example dep_06jd2m8v7k3q9x1z5c4b0n6t2w */
      depositId: string;
      depositNumber: number;
      /** @description The piece it is about; of an undeclared item, ours that bears its code */
      pieceId: string | null;
      pieceState:
        | (
            | 'planned'
            | 'printed'
            | 'inserted'
            | 'trayed'
            | 'handed_over'
            | 'accepted'
            | 'missing_at_deposit'
            | 'refused_at_deposit'
            | 'suspect'
            | 'diverted'
            | 'spoiled'
            | 'voided'
            | 'returned'
          )
        | null;
      /** @description Null for a count, and when the carrier could not read it */
      windowCode: string | null;
      /** @description Number of the tray in which the item was */
      tray: number | null;
      product: string | null;
      /** @description Grams; 0 is a band that is none of ours */
      band: number | null;
      /** @description Of a count: found less declared, after what the items explain */
      difference: number | null;
      /** @description The count that this missing piece explains */
      ofCase: string | null;
      /** @enum {string} */
      state: 'open' | 'closed';
      /** @description What it asks of a person while it is open */
      sentence: string | null;
      /** @description How a person may close it */
      decisions: ('trayed_again' | 'spoiled' | 'found_by_carrier' | 'named_missing' | 'explained' | 'lost')[];
      /** @description The carrier's for what it refused; then why a person closed it */
      reason: string | null;
      until: string | null;
      outcome: ('trayed_again' | 'spoiled' | 'found_by_carrier' | 'named_missing' | 'explained' | 'lost') | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      closedAt: string | null;
    };
    NewAccount: {
      /** @description The customer organisation */
      name: string;
      /** @description The number of the establishment, by INSEE */
      siret?: string;
    };
    Account: {
      /** @example acc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      name: string;
      /** @enum {string} */
      state: 'active' | 'suspended';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      siret: string | null;
      /** @enum {string} */
      verification: 'none' | 'claimed' | 'verified';
      verifiedAt: string | null;
    };
    AccountChange: {
      name?: string;
      /**
       * @description A suspended account submits nothing
       * @enum {string}
       */
      state?: 'active' | 'suspended';
      /** @description The number of the establishment, by INSEE */
      siret?: string;
      /** @description Whether the provider has checked who the organisation is */
      verified?: boolean;
      /**
       * @description Why its state changes; the ledger keeps it
       * @enum {string}
       */
      reason?: 'unpaid' | 'misuse' | 'asked_by_customer' | 'contract_ended' | 'settled' | 'other';
    };
    NewSite: {
      /**
       * @description Stands in every code on paper, for ever
       * @example PAR1
       */
      code: string;
      /** @description The print room */
      name: string;
      /**
       * @description A test site drives simulated devices only
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @example Europe/Paris */
      timeZone: string;
    };
    Site: {
      /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      code: string;
      name: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      timeZone: string;
      /**
       * @description A suspended site takes no orders
       * @enum {string}
       */
      state: 'active' | 'suspended';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
    };
    SiteChange: {
      name?: string;
      /** @enum {string} */
      state?: 'active' | 'suspended';
    };
    NewContract: {
      /** @example acc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      accountId: string;
      /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
      siteId: string;
      terms: components['schemas']['ContractTerms'];
      /**
       * Format: date-time
       * @description Now when left out
       */
      validFrom?: string;
    };
    ContractTerms: {
      /** @description The contract with the carrier: the postage counter's and the lot key's */
      carrierContract: string;
      /**
       * @description Whose contract with the carrier that is
       * @enum {string}
       */
      contractOwner: 'provider' | 'account';
      /** @enum {string} */
      franking: 'printed' | 'preprinted' | 'machine' | 'carrier';
      /** @description Whether pieces may share a lot with other accounts'; only under the provider's contract, and when both allow it */
      mixing: {
        providerAllows: boolean;
        accountAllows: boolean;
      };
      /** @description What the account may order here */
      services: ('priority' | 'registered' | 'economy')[];
      /**
       * @description Until when the account may cancel a letter: before a lot takes it, or before its deposit closes (what is paper by then is spoiled at the expense agreed)
       * @default none
       * @enum {string}
       */
      cancellation?: 'none' | 'before_production' | 'before_hand_over';
    };
    Contract: {
      /**
       * @description This version
       * @example ctr_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      id: string;
      /**
       * @description The same for all versions
       * @example ctr_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      contractId: string;
      version: number;
      /** @example acc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      accountId: string;
      /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
      siteId: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      terms: components['schemas']['ContractTerms'];
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      validFrom: string;
      validTo: string | null;
    };
    NewContractVersion: {
      terms: components['schemas']['ContractTerms'];
      /**
       * Format: date-time
       * @description Now when left out; the version before ends then
       */
      validFrom?: string;
    };
    NewDevice:
      | {
          /** @constant */
          kind: 'printer';
          /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
          siteId: string;
          name: string;
          /** @description A test site drives simulated devices only, a live site none */
          simulated: boolean;
          address: string;
        }
      | {
          /** @constant */
          kind: 'inserter';
          /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
          siteId: string;
          name: string;
          /** @description A test site drives simulated devices only, a live site none */
          simulated: boolean;
          /** @description Its hot folder */
          address: string;
        }
      | {
          /** @constant */
          kind: 'carrier';
          /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
          siteId: string;
          name: string;
          /** @description A test site drives simulated devices only, a live site none */
          simulated: boolean;
          /** @description Folder of its manifests */
          address: string;
          /** @default {} */
          settings?: components['schemas']['CarrierSettings'];
        };
    CarrierSettings: {
      /**
       * Format: uri
       * @description Base of the tracking service (Suivi v2)
       */
      trackingUrl?: string;
      /** @description Carrier contracts that go to this carrier; all when left out */
      contracts?: string[];
      /** @description Its key; never shown again */
      trackingKey?: string;
    };
    Device: {
      /** @example dev_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
      siteId: string;
      /** @enum {string} */
      kind: 'printer' | 'inserter' | 'carrier';
      name: string;
      address: string;
      simulated: boolean;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      retiredAt: string | null;
      /** @description Of a carrier; its key is never shown */
      settings: {
        trackingUrl: string | null;
        contracts: string[] | null;
        hasTrackingKey: boolean;
      } | null;
    };
    NewStock:
      | {
          /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
          siteId: string;
          /** @constant */
          kind: 'envelope';
          data: components['schemas']['EnvelopeStock'];
          /**
           * Format: date-time
           * @description Now when left out
           */
          validFrom?: string;
        }
      | {
          /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
          siteId: string;
          /** @constant */
          kind: 'paper';
          data: components['schemas']['PaperStock'];
          /**
           * Format: date-time
           * @description Now when left out
           */
          validFrom?: string;
        };
    EnvelopeStock: {
      /** @enum {string} */
      format: 'C5/6' | 'C5' | 'C4';
      /** @enum {string} */
      fold: 'none' | 'half' | 'z_three';
      /** @description Sheets the inserter folds and closes in it */
      maxSheets: number;
      /** @description Mean mass of one empty envelope of the weighed batch, mg */
      massMg: number;
      tolerancePermille: number;
      thicknessUm: number;
    };
    PaperStock: {
      /** @description g/m² on the label */
      grammage: number;
      /** @description Mean mass of one A4 sheet of the weighed batch, mg */
      weighedSheetMg?: number;
      tolerancePermille: number;
      thicknessUm: number;
    };
    Stock: {
      /**
       * @description This version
       * @example stk_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      id: string;
      /**
       * @description The same for all versions; the lot key names it
       * @example stk_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      stockId: string;
      version: number;
      /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
      siteId: string;
      /** @enum {string} */
      kind: 'envelope' | 'paper';
      data: components['schemas']['EnvelopeStock'] | components['schemas']['PaperStock'];
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      validFrom: string;
      validTo: string | null;
    };
    NewStockVersion:
      | {
          /** @constant */
          kind: 'envelope';
          data: components['schemas']['EnvelopeStock'];
          /**
           * Format: date-time
           * @description Now when left out
           */
          validFrom?: string;
        }
      | {
          /** @constant */
          kind: 'paper';
          data: components['schemas']['PaperStock'];
          /**
           * Format: date-time
           * @description Now when left out
           */
          validFrom?: string;
        };
    NewProfile:
      | {
          /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
          siteId: string;
          /**
           * Format: date-time
           * @description Now when left out; the version before ends then
           */
          validFrom?: string;
          /** @constant */
          kind: 'site';
          data: components['schemas']['SiteProfile'];
        }
      | {
          /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
          siteId: string;
          /**
           * Format: date-time
           * @description Now when left out; the version before ends then
           */
          validFrom?: string;
          /** @constant */
          kind: 'services';
          data: components['schemas']['ServicesProfile'];
        }
      | {
          /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
          siteId: string;
          /**
           * Format: date-time
           * @description Now when left out; the version before ends then
           */
          validFrom?: string;
          /** @constant */
          kind: 'postage';
          data: components['schemas']['PostageProfile'];
        }
      | {
          /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
          siteId: string;
          /**
           * Format: date-time
           * @description Now when left out; the version before ends then
           */
          validFrom?: string;
          /** @constant */
          kind: 'geometry';
          data: components['schemas']['GeometryProfile'];
        };
    SiteProfile: {
      name: string;
      site: {
        timeZone: string;
        /** @description 1 is Monday, 7 is Sunday */
        weekdays: number[];
        hours: {
          from: string;
          to: string;
        };
        /** @enum {string} */
        holidays:
          | 'none'
          | 'FR'
          | 'FR-57'
          | 'FR-67'
          | 'FR-68'
          | 'FR-GP'
          | 'FR-MQ'
          | 'FR-GF'
          | 'FR-RE'
          | 'FR-YT'
          | 'FR-BL'
          | 'FR-MF';
        /** @default [] */
        closed?: string[];
        /** @default [] */
        open?: string[];
      };
      depositPoint: {
        timeZone: string;
        /** @description 1 is Monday, 7 is Sunday */
        weekdays: number[];
        hours: {
          from: string;
          to: string;
        };
        /** @enum {string} */
        holidays:
          | 'none'
          | 'FR'
          | 'FR-57'
          | 'FR-67'
          | 'FR-68'
          | 'FR-GP'
          | 'FR-MQ'
          | 'FR-GF'
          | 'FR-RE'
          | 'FR-YT'
          | 'FR-BL'
          | 'FR-MF';
        /** @default [] */
        closed?: string[];
        /** @default [] */
        open?: string[];
        limit: string;
      };
      delivery: {
        timeZone: string;
        /** @description 1 is Monday, 7 is Sunday */
        weekdays: number[];
        hours: {
          from: string;
          to: string;
        };
        /** @enum {string} */
        holidays:
          | 'none'
          | 'FR'
          | 'FR-57'
          | 'FR-67'
          | 'FR-68'
          | 'FR-GP'
          | 'FR-MQ'
          | 'FR-GF'
          | 'FR-RE'
          | 'FR-YT'
          | 'FR-BL'
          | 'FR-MF';
        /** @default [] */
        closed?: string[];
        /** @default [] */
        open?: string[];
      };
      lots: {
        maxPieces: number;
        maxSheets: number;
        maxTrays: number;
        tray: {
          maxPieces: number;
          lengthMm: number;
        };
        maxWaitSeconds: number;
        minimumPieces: number;
        lotsPerWave: number;
      };
      depositSlots:
        | {
            /** @constant */
            kind: 'daily';
            times: string[];
          }
        | {
            /** @constant */
            kind: 'every';
            seconds: number;
          };
      /**
       * @default automatic
       * @enum {string}
       */
      traySealing?: 'automatic' | 'by_operator';
      lead: {
        printSeconds: number;
        insertSeconds: number;
        sealSeconds: number;
        transportSeconds: number;
      };
      deadlines: {
        composeSeconds: number;
        printSeconds: number;
        insertSeconds: number;
        reconcileSeconds: number;
        suspectSeconds: number;
        divertedSeconds: number;
        acknowledgementSeconds: number;
        differenceCaseSeconds: number;
      };
      tracking: {
        pollSeconds: number;
        deliverySeconds: number;
        noReturnSeconds: number;
      };
      erase: {
        /** @enum {string} */
        start: 'printed' | 'lot_closed' | 'deposit_accepted';
        hours: number;
      };
      /**
       * @description Days until what nobody uses is erased: a document that no letter uses, a draft left alone, a letterhead that no letter was written on. An account with several print rooms has the longest
       * @default {
       *       "unusedDocument": 30,
       *       "draft": 30,
       *       "letterhead": 400
       *     }
       */
      keep?: {
        unusedDocument: number;
        draft: number;
        letterhead: number;
      };
      /** @description How long a revealed address and page stay visible to the operator who asked; 300 when left out */
      revealSeconds?: number;
    };
    ServicesProfile: {
      versions: {
        /** @enum {string} */
        product: 'priority' | 'registered' | 'registered_ar' | 'economy';
        /**
         * @description The zone it serves; a product has a version for each
         * @enum {string}
         */
        destination: 'metropolitan' | 'overseas' | 'international';
        /**
         * Format: date
         * @example 2027-03-28
         */
        validFrom: string;
        /**
         * Format: date
         * @example 2027-03-28
         */
        validTo?: string;
        maxMassG: number;
        /** @description J + n: the carrier's promise */
        promiseDays: number;
        /** @description Upper limits of the weight bands, grams, ascending */
        bandLimits: number[];
        tracked: boolean;
        senderCompulsory: boolean;
        /** @description Zones in which the sender's address may lie */
        senders: ('metropolitan' | 'overseas' | 'international')[];
        /** @description Countries of the zone to which it does not go: closed by the carrier, or under sanctions */
        exceptCountries?: string[];
      }[];
    };
    PostageProfile: {
      rates: {
        /** @enum {string} */
        product: 'priority' | 'registered' | 'registered_ar' | 'economy';
        /** @enum {string} */
        destination: 'metropolitan' | 'overseas' | 'international';
        bandLimit: number;
        cents: number;
        /**
         * Format: date
         * @example 2027-03-28
         */
        validFrom: string;
        /**
         * Format: date
         * @example 2027-03-28
         */
        validTo?: string;
        specimen: boolean;
      }[];
    };
    GeometryProfile: {
      name: string;
      page: {
        width: number;
        height: number;
      };
      unprintableEdge: number;
      leftMargin: number;
      tolerance: number;
      linePitch: number;
      windowBlock: {
        /** @description Millimetres from the top left */
        block: {
          x: number;
          y: number;
          width: number;
          height: number;
        };
        /** @description Millimetres from the top left */
        sender: {
          x: number;
          y: number;
          width: number;
          height: number;
        };
        /** @description Millimetres from the top left */
        recipient: {
          x: number;
          y: number;
          width: number;
          height: number;
        };
        /** @description Millimetres from the top left */
        windowCode: {
          x: number;
          y: number;
          width: number;
          height: number;
        };
        /** @description Millimetres from the top left */
        testWord: {
          x: number;
          y: number;
          width: number;
          height: number;
        };
        /** @description Millimetres from the top left */
        registered: {
          x: number;
          y: number;
          width: number;
          height: number;
        };
        /** @description Millimetres from the top left */
        franking: {
          x: number;
          y: number;
          width: number;
          height: number;
        };
      };
      sheetCodeZones: {
        x: number;
        y: number;
        width: number;
        height: number;
      }[];
      envelopes: {
        'C5/6': {
          /** @constant */
          format: 'C5/6';
          inner: {
            width: number;
            height: number;
          };
          /** @enum {string} */
          fold: 'none' | 'half' | 'z_three';
          folded: {
            width: number;
            height: number;
          };
          /** @description Millimetres from the top left */
          window: {
            x: number;
            y: number;
            width: number;
            height: number;
          };
        };
        C5: {
          /** @constant */
          format: 'C5';
          inner: {
            width: number;
            height: number;
          };
          /** @enum {string} */
          fold: 'none' | 'half' | 'z_three';
          folded: {
            width: number;
            height: number;
          };
          /** @description Millimetres from the top left */
          window: {
            x: number;
            y: number;
            width: number;
            height: number;
          };
        };
        C4: {
          /** @constant */
          format: 'C4';
          inner: {
            width: number;
            height: number;
          };
          /** @enum {string} */
          fold: 'none' | 'half' | 'z_three';
          folded: {
            width: number;
            height: number;
          };
          /** @description Millimetres from the top left */
          window: {
            x: number;
            y: number;
            width: number;
            height: number;
          };
        };
      };
    };
    Profile: {
      /**
       * @description This version
       * @example prf_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      id: string;
      /**
       * @description The same for all versions of a kind at a site
       * @example prf_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      profileId: string;
      version: number;
      /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
      siteId: string;
      /** @enum {string} */
      kind: 'site' | 'services' | 'postage' | 'geometry';
      /** @description As it was sent in; the shape of its kind */
      data: unknown;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      validFrom: string;
      validTo: string | null;
    };
    NewNumberRange: {
      /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
      siteId: string;
      /** @constant */
      kind: 's10';
      prefix: string;
      country: string;
      first: number;
      last: number;
    };
    NumberRange: {
      /** @example rng_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
      siteId: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @constant */
      kind: 's10';
      prefix: string;
      country: string;
      first: number;
      last: number;
      /** @description The next number it gives; last + 1 when it is used up */
      next: number;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
    };
    NewPostageCounter: {
      /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
      siteId: string;
      /** @description A stable code */
      carrierContract: string;
      /** @enum {string} */
      franking: 'printed' | 'preprinted' | 'machine' | 'carrier';
    };
    PostageCounter: {
      /** @example pct_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
      siteId: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      carrierContract: string;
      /** @enum {string} */
      franking: 'printed' | 'preprinted' | 'machine' | 'carrier';
      lastMark: number;
    };
    NewKey:
      | {
          /** @constant */
          role: 'customer';
          /** @example acc_06jd2m8v7k3q9x1z5c4b0n6t2w */
          accountId: string;
          /**
           * @description Fixed for ever on keys, orders, sites; nothing mixes modes
           * @enum {string}
           */
          mode: 'test' | 'live';
          /** @description What it may do; all of its role when left out */
          scopes?: (
            | 'orders:read'
            | 'orders:write'
            | 'documents:read'
            | 'documents:write'
            | 'templates:read'
            | 'templates:write'
            | 'templates:approve'
            | 'events:read'
            | 'webhooks:read'
            | 'webhooks:write'
            | 'tickets:read'
            | 'tickets:write'
            | 'orders:all'
            | 'archive:read'
            | 'archive:write'
            | 'statistics:read'
            | 'account:read'
            | 'account:write'
          )[];
          /** @description Who uses it, for people */
          name: string;
        }
      | {
          /** @constant */
          role: 'operator';
          /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
          siteId: string;
          /** @description What it may do; all of its role when left out */
          scopes?: ('floor:read' | 'floor:write' | 'floor:supervise' | 'floor:reveal')[];
          /** @description Who uses it, for people */
          name: string;
        }
      | {
          /** @constant */
          role: 'provider';
          /** @description What it may do; all of its role when left out */
          scopes?: ('provider:read' | 'provider:write' | 'tickets:answer')[];
          /** @description Who uses it, for people */
          name: string;
        };
    KeyShownOnce: {
      /** @example key_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      role: 'provider' | 'operator' | 'customer';
      accountId: string | null;
      siteId: string | null;
      mode: ('test' | 'live') | null;
      name: string;
      /** @description First characters, to recognise it */
      prefix: string;
      scopes: string[];
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      revokedAt: string | null;
      /** @description The key itself: shown now and never again */
      secret: string;
    };
    Key: {
      /** @example key_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      role: 'provider' | 'operator' | 'customer';
      accountId: string | null;
      siteId: string | null;
      mode: ('test' | 'live') | null;
      name: string;
      /** @description First characters, to recognise it */
      prefix: string;
      scopes: string[];
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      revokedAt: string | null;
    };
    Session: {
      person: {
        /** @example usr_06jd2m8v7k3q9x1z5c4b0n6t2w */
        id: string;
        name: string;
        email: string;
        /**
         * @description Of the screens and of mails to this person
         * @enum {string}
         */
        language: 'fr' | 'en';
      };
      /**
       * @description `asked` and `to_enrol` open nothing but the way on
       * @enum {string}
       */
      secondFactor: 'done' | 'asked' | 'to_enrol' | 'not_needed';
      /** @description What may be given where one is asked */
      factors: ('totp' | 'passkey' | 'recovery_code')[];
      desk: components['schemas']['Desk'] | null;
      desks: components['schemas']['Desk'][];
      /** @enum {string} */
      signedInBy: 'password' | 'passkey' | 'single_sign_on';
      /**
       * Format: date-time
       * @description At the latest; earlier when it is not used
       * @example 2027-03-28T09:30:00.000Z
       */
      endsAt: string;
    };
    Desk: {
      /** @example mbr_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      kind: 'account' | 'site' | 'provider' | 'audit';
      /** @enum {string} */
      role: 'sender' | 'administrator' | 'operator' | 'supervisor' | 'manager' | 'auditor';
      /** @description Of the account or the print room */
      name: string;
      /** @example acc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      accountId?: string;
      /** @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w */
      siteId?: string;
      /**
       * @description In which one works at an account’s desk
       * @enum {string}
       */
      mode?: 'test' | 'live';
      /** @description Between which one may choose there */
      modes: ('test' | 'live')[];
      /** @description Rights */
      scopes: string[];
    };
    SignIn: {
      /** @example claire@example.org */
      email: string;
      password: string;
    };
    SecondFactorGiven:
      | {
          /** @constant */
          kind: 'totp';
          code: string;
        }
      | {
          /** @constant */
          kind: 'recovery_code';
          code: string;
        }
      | {
          /** @constant */
          kind: 'passkey';
          response: {
            [key: string]: unknown;
          };
        };
    PasskeyOptions: {
      options: {
        [key: string]: unknown;
      };
      /** @description Give it back with the answer where nobody is signed in yet */
      flow: string | null;
    };
    PasskeySignIn: {
      flow: string;
      response: {
        [key: string]: unknown;
      };
    };
    DeskChoice: {
      /** @example mbr_06jd2m8v7k3q9x1z5c4b0n6t2w */
      desk: string;
      /**
       * @description At an account’s desk with both
       * @enum {string}
       */
      mode?: 'test' | 'live';
    };
    SingleSignOnAsked: {
      /** @example claire@example.org */
      email: string;
    };
    WayThere: {
      url: string;
    };
    SingleSignOnAnswer: {
      /** @description What the identity provider put behind the ? of our page: `code=…&state=…` */
      answer: string;
    };
    WayOut: {
      /** @description Where one signs out there; null when it names no such place */
      url: string | null;
    };
    SingleSignOn: {
      /** @description To be registered at the identity provider: where it sends people back to */
      redirectUri: string;
      /** @description The same for who has signed out there */
      signedOutUri: string;
      identityProvider: components['schemas']['IdentityProvider'] | null;
    };
    IdentityProvider: {
      /** @example idp_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      issuer: string;
      clientId: string;
      domains: string[];
      required: boolean;
      vouches: boolean;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
    };
    IdentityProviderSet: {
      /** @description `https://login.example.org/realms/main`; its discovery document is read there */
      issuer: string;
      /** @description As which Pli is registered there */
      clientId: string;
      /** @description Given there. It is sealed and never shown; left out, the present one stays */
      clientSecret?: string;
      /** @description Of the e-mails that it speaks for: people of other domains it does not sign in */
      domains: string[];
      /**
       * @description No password and no passkey opens these desks. Only who has signed in by it may ask for that
       * @default false
       */
      required?: boolean;
      /**
       * @description It asks for a second factor itself: none of ours is asked of who comes from there
       * @default false
       */
      vouches?: boolean;
    };
    SearchText: {
      /**
       * @description As typed or scanned: an id, reference, name, registered or tracking number, or a code that Pli printed
       * @example RK 12 345 678 5 FR
       */
      text: string;
      /**
       * @description Most of each kind
       * @default 20
       */
      limit?: number;
    };
    Found: {
      /** @description The one thing that a number means: open it at once */
      open:
        | (
            | {
                /** @constant */
                kind: 'letter';
                /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
                id: string;
              }
            | {
                /** @constant */
                kind: 'order';
                /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
                id: string;
              }
          )
        | null;
      orders: components['schemas']['FoundOrder'][];
      letters: components['schemas']['FoundLetter'][];
      /** @description Whether there are further ones: say more of what you look for */
      more: boolean;
    };
    FoundOrder: {
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      state: 'draft' | 'submitted' | 'in_progress' | 'ended' | 'refused' | 'cancelled' | 'deleted';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      siteId: string | null;
      letterCount: number;
      /** @description Letters that have not come to rest yet; 0 for a draft */
      openLetters: number;
      clientReference: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      submittedAt: string | null;
      deadlineAt: string | null;
    };
    FoundLetter: {
      /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
      orderId: string;
      position: number;
      /** @enum {string} */
      state:
        | 'draft'
        | 'accepted'
        | 'composed'
        | 'pooled'
        | 'in_production'
        | 'handed_over'
        | 'accepted_by_carrier'
        | 'delivered'
        | 'no_return_seen'
        | 'lost'
        | 'returned'
        | 'refused'
        | 'unprintable'
        | 'cancelled'
        | 'deleted';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      since: string;
      /** @description Deadline of what it waits for */
      until: string | null;
      service: string;
      /** @description ISO 3166 */
      country: string;
      postcode: string;
      /**
       * @description The zone by which its service, weight bands and price are chosen
       * @enum {string}
       */
      destination: 'metropolitan' | 'overseas' | 'international';
      registeredNumber: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      /** @description null once erased */
      recipientName: string | null;
      clientReference: string | null;
      /**
       * @description By what it was found
       * @enum {string}
       */
      by: 'id' | 'code' | 'number' | 'reference' | 'deposit' | 'name';
    };
    SiteFound: {
      /** @description The one thing that it means: open it at once */
      open: components['schemas']['FoundAtSite'] | null;
      things: components['schemas']['FoundAtSite'][];
    };
    FoundAtSite: {
      /** @enum {string} */
      kind: 'letter' | 'order' | 'lot' | 'tray' | 'deposit' | 'case';
      id: string;
      /** @description Of a lot, tray or deposit */
      number: number | null;
      state: string;
      /** @enum {string} */
      by: 'id' | 'code' | 'number' | 'mark';
      /** @description Of its letter, when a code or number names one copy */
      copy: number | null;
    };
    Link: {
      /** @enum {string} */
      kind: 'invitation' | 'recovery';
      email: string;
      name: string;
      /**
       * @description Of the screens and of mails to this person
       * @enum {string}
       */
      language: 'fr' | 'en';
      /** @description To which one is invited */
      desk: {
        /** @enum {string} */
        kind: 'account' | 'site' | 'provider' | 'audit';
        /** @enum {string} */
        role: 'sender' | 'administrator' | 'operator' | 'supervisor' | 'manager' | 'auditor';
        name: string;
      } | null;
      /** @description Whether a password is chosen now */
      asksPassword: boolean;
      /**
       * @description Whether one accepts by signing in at one’s organisation: may, or must
       * @enum {string}
       */
      singleSignOn: 'none' | 'offered' | 'required';
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      expiresAt: string;
    };
    InvitationAccepted: {
      token: string;
      /** @description Where one is asked */
      password?: string;
      name?: string;
      /**
       * @description Of the screens and of mails to this person
       * @enum {string}
       */
      language?: 'fr' | 'en';
    };
    RecoveryAsked: {
      /** @example claire@example.org */
      email: string;
    };
    RecoveryCompleted: {
      token: string;
      /** @description At least 15 characters; a sentence is good. Common ones, and your own names, are refused */
      password: string;
    };
    Me: {
      name: string;
      email: string;
      /**
       * @description Of the screens and of mails to this person
       * @enum {string}
       */
      language: 'fr' | 'en';
      passwordSetAt: string | null;
      authenticator: {
        /**
         * Format: date-time
         * @example 2027-03-28T09:30:00.000Z
         */
        createdAt: string;
        usedAt: string | null;
      } | null;
      recoveryCodesLeft: number;
      passkeys: {
        /** @example crd_06jd2m8v7k3q9x1z5c4b0n6t2w */
        id: string;
        label: string;
        /**
         * Format: date-time
         * @example 2027-03-28T09:30:00.000Z
         */
        createdAt: string;
        usedAt: string | null;
      }[];
      singleSignOn: {
        issuer: string;
        /**
         * Format: date-time
         * @example 2027-03-28T09:30:00.000Z
         */
        createdAt: string;
      }[];
      sessions: {
        /** @example ses_06jd2m8v7k3q9x1z5c4b0n6t2w */
        id: string;
        device: string | null;
        /**
         * Format: date-time
         * @example 2027-03-28T09:30:00.000Z
         */
        createdAt: string;
        /**
         * Format: date-time
         * @example 2027-03-28T09:30:00.000Z
         */
        seenAt: string;
        isThis: boolean;
      }[];
      /** @description A desk of theirs is for people with a second factor */
      needsSecondFactor: boolean;
    };
    MeChange: {
      name?: string;
      /**
       * @description Of the screens and of mails to this person
       * @enum {string}
       */
      language?: 'fr' | 'en';
    };
    PasswordChange: {
      current: string;
      /** @description At least 15 characters; a sentence is good. Common ones, and your own names, are refused */
      password: string;
    };
    AuthenticatorOffer: {
      /** @description To type in where no picture can be read */
      secret: string;
      /** @description otpauth://… */
      uri: string;
      /** @description The same as a picture (SVG) */
      qr: string;
    };
    AuthenticatorCode: {
      code: string;
    };
    RecoveryCodes: {
      /** @description Shown now and never again; empty when there are some already */
      recoveryCodes: string[];
    };
    NewPasskey: {
      response: {
        [key: string]: unknown;
      };
      /** @description By which it is recognised */
      label: string;
    };
    Person: {
      /** @example mbr_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @example usr_06jd2m8v7k3q9x1z5c4b0n6t2w */
      person: string;
      name: string;
      email: string;
      /** @enum {string} */
      kind: 'account' | 'site' | 'provider' | 'audit';
      /** @enum {string} */
      role: 'sender' | 'administrator' | 'operator' | 'supervisor' | 'manager' | 'auditor';
      siteId: string | null;
      modes: ('test' | 'live')[];
      scopes: string[];
      /** @enum {string} */
      state: 'invited' | 'active' | 'suspended' | 'removed';
      hasSecondFactor: boolean;
      /** @description At this desk */
      lastSeenAt: string | null;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
    };
    NewPerson: {
      /** @example claire@example.org */
      email: string;
      /** @description How they are called; they may change it */
      name?: string;
      /**
       * @description Of the screens and of mails to this person
       * @default fr
       * @enum {string}
       */
      language?: 'fr' | 'en';
      /** @enum {string} */
      role: 'sender' | 'administrator';
      /** @description Rights there; those of the role when left out */
      scopes?: string[];
      /**
       * @description In which modes they work
       * @default [
       *       "test"
       *     ]
       */
      modes?: ('test' | 'live')[];
    };
    PersonChange: {
      /** @enum {string} */
      role?: 'sender' | 'administrator';
      /** @description Rights there; those of the role when left out */
      scopes?: string[];
      /** @description In which modes they work */
      modes?: ('test' | 'live')[];
      /** @enum {string} */
      state?: 'active' | 'suspended';
    };
    NewAccountKey: {
      /** @description Which program uses it, for people */
      name: string;
      /** @description What it may do, no more than you may; everything of that when left out */
      scopes?: (
        | 'orders:read'
        | 'orders:write'
        | 'documents:read'
        | 'documents:write'
        | 'templates:read'
        | 'templates:write'
        | 'templates:approve'
        | 'events:read'
        | 'webhooks:read'
        | 'webhooks:write'
        | 'tickets:read'
        | 'tickets:write'
        | 'orders:all'
        | 'archive:read'
        | 'archive:write'
        | 'statistics:read'
        | 'account:read'
        | 'account:write'
      )[];
    };
    AccountKeyMade: {
      /** @example key_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /** @enum {string} */
      role: 'provider' | 'operator' | 'customer';
      accountId: string | null;
      siteId: string | null;
      mode: ('test' | 'live') | null;
      name: string;
      /** @description First characters, to recognise it */
      prefix: string;
      scopes: string[];
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      revokedAt: string | null;
      /** @description The key itself, shown now and never again: null when the same request is answered once more */
      secret: string | null;
    };
    AccountClaim: {
      /** @description The number of the establishment, by INSEE */
      siret: string;
    };
    NewStaff: {
      /** @example claire@example.org */
      email: string;
      /** @description How they are called; they may change it */
      name?: string;
      /**
       * @description Of the screens and of mails to this person
       * @default fr
       * @enum {string}
       */
      language?: 'fr' | 'en';
      /** @enum {string} */
      role: 'operator' | 'supervisor' | 'manager' | 'auditor';
      /**
       * @description The print room of an operator or supervisor
       * @example sit_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      siteId?: string;
      /** @description Rights there; those of the role when left out */
      scopes?: string[];
    };
    StaffChange: {
      /**
       * @description Of the same kind of desk
       * @enum {string}
       */
      role?: 'operator' | 'supervisor' | 'manager' | 'auditor';
      /** @description Rights there; those of the role when left out */
      scopes?: string[];
      /** @enum {string} */
      state?: 'active' | 'suspended';
    };
    NewAdministrator: {
      /** @example claire@example.org */
      email: string;
      /** @description How they are called; they may change it */
      name?: string;
      /**
       * @description Of the screens and of mails to this person
       * @default fr
       * @enum {string}
       */
      language?: 'fr' | 'en';
      /**
       * @description In which modes they work
       * @default [
       *       "test",
       *       "live"
       *     ]
       */
      modes?: ('test' | 'live')[];
    };
    AuditSearch: {
      /** @description An id of a letter, order, piece, lot, tray, deposit or case; a code of Pli; or a registered number. No names */
      text: string;
    };
    AuditFound: {
      /** @description What the text names; null when nothing */
      by: ('letter' | 'order' | 'piece' | 'lot' | 'tray' | 'deposit' | 'case' | 'registered_number') | null;
      rows: {
        /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
        id: string;
        /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
        orderId: string;
        /** @example acc_06jd2m8v7k3q9x1z5c4b0n6t2w */
        accountId: string;
        siteId: string | null;
        /**
         * @description Fixed for ever on keys, orders, sites; nothing mixes modes
         * @enum {string}
         */
        mode: 'test' | 'live';
        /** @enum {string} */
        state:
          | 'draft'
          | 'accepted'
          | 'composed'
          | 'pooled'
          | 'in_production'
          | 'handed_over'
          | 'accepted_by_carrier'
          | 'delivered'
          | 'no_return_seen'
          | 'lost'
          | 'returned'
          | 'refused'
          | 'unprintable'
          | 'cancelled'
          | 'deleted';
        registeredNumber: string | null;
        /**
         * Format: date-time
         * @example 2027-03-28T09:30:00.000Z
         */
        createdAt: string;
      }[];
      /** @description There are more letters than are listed */
      more: boolean;
    };
    LetterLedger: {
      letter: {
        /** @example let_06jd2m8v7k3q9x1z5c4b0n6t2w */
        id: string;
        /** @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w */
        orderId: string;
        /** @example acc_06jd2m8v7k3q9x1z5c4b0n6t2w */
        accountId: string;
        siteId: string | null;
        /**
         * @description Fixed for ever on keys, orders, sites; nothing mixes modes
         * @enum {string}
         */
        mode: 'test' | 'live';
        /** @enum {string} */
        state:
          | 'draft'
          | 'accepted'
          | 'composed'
          | 'pooled'
          | 'in_production'
          | 'handed_over'
          | 'accepted_by_carrier'
          | 'delivered'
          | 'no_return_seen'
          | 'lost'
          | 'returned'
          | 'refused'
          | 'unprintable'
          | 'cancelled'
          | 'deleted';
        service: string;
        registeredNumber: string | null;
        copies: number;
        /**
         * Format: date-time
         * @example 2027-03-28T09:30:00.000Z
         */
        createdAt: string;
        erasedAt: string | null;
      };
      /** @description What the ledger below is about */
      subjects: {
        subject: string;
        id: string;
      }[];
      streams: components['schemas']['AuditStream'][];
      /** @description By when they were recorded */
      events: components['schemas']['AuditEvent'][];
      /** @description False when there are more events than are listed */
      complete: boolean;
      runs: components['schemas']['AuditRun'][];
    };
    AuditStream: {
      stream: string;
      /** @description Number of the first event that is about the letter */
      first: number;
      /** @description … and of the last */
      last: number;
      /** @description Events about the letter; what lies between is about others */
      about: number;
      /** @description Where the stream stands now */
      head: {
        number: number;
        /** @description Hexadecimal */
        hash: string;
      };
    };
    AuditEvent: {
      stream: string;
      number: number;
      subject: string;
      subjectId: string;
      type: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      at: string;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      recordedAt: string;
      actor: string;
      cause: {
        workflow?: string;
        run?: string;
        bundle?: string;
        request?: string;
      };
      data: {
        [key: string]: unknown;
      };
      /** @description Hexadecimal */
      previousHash: string;
      /** @description Hexadecimal */
      hash: string;
    };
    AuditRun: {
      workflow: string;
      run: string;
      /** @description SHA-256 of the workflow bundles that it ran on */
      bundles: string[];
      /** @description Events of this ledger that it caused */
      events: number;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      firstAt: string;
    };
    StreamSlice: {
      events: components['schemas']['AuditEvent'][];
      /** @description Give it as `after` to go on; null at the end */
      next: number | null;
    };
    RunHistory: {
      /** @description False when the namespace keeps it no more, or never had it */
      kept: boolean;
      /** @description Events of the history */
      events: number;
      /** @description The history as steps: an activity with all its attempts is one, a timer with its end is one */
      steps: (
        | {
            event: number;
            /**
             * Format: date-time
             * @example 2027-03-28T09:30:00.000Z
             */
            at: string;
            endedAt: string | null;
            /** @constant */
            kind: 'begin';
            process: string;
            input: unknown;
            continues: string | null;
          }
        | {
            event: number;
            /**
             * Format: date-time
             * @example 2027-03-28T09:30:00.000Z
             */
            at: string;
            endedAt: string | null;
            /** @constant */
            kind: 'activity';
            name: string;
            summary: string | null;
            input: unknown;
            /** @enum {string} */
            outcome: 'open' | 'done' | 'failed' | 'timed_out' | 'cancelled';
            attempts: number;
            failure: string | null;
            result: unknown;
          }
        | {
            event: number;
            /**
             * Format: date-time
             * @example 2027-03-28T09:30:00.000Z
             */
            at: string;
            endedAt: string | null;
            /** @constant */
            kind: 'timer';
            summary: string | null;
            /**
             * Format: date-time
             * @example 2027-03-28T09:30:00.000Z
             */
            dueAt: string;
            /** @enum {string} */
            outcome: 'open' | 'done' | 'cancelled';
          }
        | {
            event: number;
            /**
             * Format: date-time
             * @example 2027-03-28T09:30:00.000Z
             */
            at: string;
            endedAt: string | null;
            /** @constant */
            kind: 'signal';
            name: string;
          }
        | {
            event: number;
            /**
             * Format: date-time
             * @example 2027-03-28T09:30:00.000Z
             */
            at: string;
            endedAt: string | null;
            /** @constant */
            kind: 'stands';
            state: string | null;
            dueAt: string | null;
            needsOperator: boolean | null;
          }
        | {
            event: number;
            /**
             * Format: date-time
             * @example 2027-03-28T09:30:00.000Z
             */
            at: string;
            endedAt: string | null;
            /** @constant */
            kind: 'patch';
            name: string;
          }
        | {
            event: number;
            /**
             * Format: date-time
             * @example 2027-03-28T09:30:00.000Z
             */
            at: string;
            endedAt: string | null;
            /** @constant */
            kind: 'end';
            /** @enum {string} */
            outcome: 'done' | 'failed' | 'timed_out' | 'cancelled' | 'terminated' | 'continued';
            failure: string | null;
            next: string | null;
          }
        | {
            event: number;
            /**
             * Format: date-time
             * @example 2027-03-28T09:30:00.000Z
             */
            at: string;
            endedAt: string | null;
            /** @constant */
            kind: 'other';
            name: string;
          }
      )[];
    };
    NewTicket: {
      /** @description In a few words */
      subject: string;
      text: string;
      /**
       * @description What it is about
       * @example ord_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      orderId?: string;
      /**
       * @description What it is about; its order need not be named
       * @example let_06jd2m8v7k3q9x1z5c4b0n6t2w
       */
      letterId?: string;
    };
    Ticket: {
      /** @example tkt_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @description Null once its texts are erased */
      subject: string | null;
      orderId: string | null;
      letterId: string | null;
      /** @enum {string} */
      state: 'open' | 'answered' | 'reopened' | 'closed' | 'erased';
      waiting: components['schemas']['Waiting'] | null;
      /**
       * Format: date-time
       * @description The question that waits for an answer, or did last
       * @example 2027-03-28T09:30:00.000Z
       */
      askedAt: string;
      /**
       * Format: date-time
       * @description When its answer is due: that much opening time after it was asked
       * @example 2027-03-28T09:30:00.000Z
       */
      dueAt: string;
      /** @description Opening time within which it is to be answered */
      answerSeconds: number;
      answeredAt: string | null;
      firstAnsweredAt: string | null;
      /** @description How often whoever leads support was called */
      escalations: number;
      escalatedAt: string | null;
      closedAt: string | null;
      ending: ('solved' | 'closed_by_support' | 'silence') | null;
      messages: number;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      /** @description In the order in which it was said */
      said: {
        number: number;
        /** @enum {string} */
        side: 'customer' | 'support';
        /** @description Null once erased */
        text: string | null;
        /**
         * Format: date-time
         * @example 2027-03-28T09:30:00.000Z
         */
        at: string;
      }[];
    };
    TicketRow: {
      /** @example tkt_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @description Null once its texts are erased */
      subject: string | null;
      orderId: string | null;
      letterId: string | null;
      /** @enum {string} */
      state: 'open' | 'answered' | 'reopened' | 'closed' | 'erased';
      waiting: components['schemas']['Waiting'] | null;
      /**
       * Format: date-time
       * @description The question that waits for an answer, or did last
       * @example 2027-03-28T09:30:00.000Z
       */
      askedAt: string;
      /**
       * Format: date-time
       * @description When its answer is due: that much opening time after it was asked
       * @example 2027-03-28T09:30:00.000Z
       */
      dueAt: string;
      /** @description Opening time within which it is to be answered */
      answerSeconds: number;
      answeredAt: string | null;
      firstAnsweredAt: string | null;
      /** @description How often whoever leads support was called */
      escalations: number;
      escalatedAt: string | null;
      closedAt: string | null;
      ending: ('solved' | 'closed_by_support' | 'silence') | null;
      messages: number;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
    };
    NewTicketMessage: {
      text: string;
    };
    SupportHours: {
      hours: components['schemas']['OpeningHours'];
      answerSeconds: number;
      openNow: boolean;
      /** @description When it opens next; null while it is open */
      opensAt: string | null;
      /** @description The public holidays of the next twelve weeks */
      holidays: {
        day: string;
        name: string;
      }[];
    };
    OpeningHours: {
      timeZone: string;
      /** @description Monday to Sunday; a day without a span is closed */
      week: {
        from: string;
        to: string;
      }[][];
      /**
       * @description Whose public holidays are closed days
       * @enum {string}
       */
      holidays:
        | 'none'
        | 'FR'
        | 'FR-57'
        | 'FR-67'
        | 'FR-68'
        | 'FR-GP'
        | 'FR-MQ'
        | 'FR-GF'
        | 'FR-RE'
        | 'FR-YT'
        | 'FR-BL'
        | 'FR-MF';
      /** @default [] */
      closed: string[];
      /**
       * @description Days with hours of their own, whatever else holds
       * @default []
       */
      special: {
        /**
         * Format: date
         * @example 2027-03-28
         */
        day: string;
        spans: {
          from: string;
          to: string;
        }[];
      }[];
    };
    SupportTicketRow: {
      /** @example tkt_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @description Null once its texts are erased */
      subject: string | null;
      orderId: string | null;
      letterId: string | null;
      /** @enum {string} */
      state: 'open' | 'answered' | 'reopened' | 'closed' | 'erased';
      waiting: components['schemas']['Waiting'] | null;
      /**
       * Format: date-time
       * @description The question that waits for an answer, or did last
       * @example 2027-03-28T09:30:00.000Z
       */
      askedAt: string;
      /**
       * Format: date-time
       * @description When its answer is due: that much opening time after it was asked
       * @example 2027-03-28T09:30:00.000Z
       */
      dueAt: string;
      /** @description Opening time within which it is to be answered */
      answerSeconds: number;
      answeredAt: string | null;
      firstAnsweredAt: string | null;
      /** @description How often whoever leads support was called */
      escalations: number;
      escalatedAt: string | null;
      closedAt: string | null;
      ending: ('solved' | 'closed_by_support' | 'silence') | null;
      messages: number;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      /** @example acc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      accountId: string;
      accountName: string;
      /** @description A person; null: a program */
      asker: string | null;
    };
    SupportCounts: {
      waiting: number;
      late: number;
      escalated: number;
      answered: number;
      closed: number;
    };
    SupportTicket: {
      /** @example tkt_06jd2m8v7k3q9x1z5c4b0n6t2w */
      id: string;
      /**
       * @description Fixed for ever on keys, orders, sites; nothing mixes modes
       * @enum {string}
       */
      mode: 'test' | 'live';
      /** @description Null once its texts are erased */
      subject: string | null;
      orderId: string | null;
      letterId: string | null;
      /** @enum {string} */
      state: 'open' | 'answered' | 'reopened' | 'closed' | 'erased';
      waiting: components['schemas']['Waiting'] | null;
      /**
       * Format: date-time
       * @description The question that waits for an answer, or did last
       * @example 2027-03-28T09:30:00.000Z
       */
      askedAt: string;
      /**
       * Format: date-time
       * @description When its answer is due: that much opening time after it was asked
       * @example 2027-03-28T09:30:00.000Z
       */
      dueAt: string;
      /** @description Opening time within which it is to be answered */
      answerSeconds: number;
      answeredAt: string | null;
      firstAnsweredAt: string | null;
      /** @description How often whoever leads support was called */
      escalations: number;
      escalatedAt: string | null;
      closedAt: string | null;
      ending: ('solved' | 'closed_by_support' | 'silence') | null;
      messages: number;
      /**
       * Format: date-time
       * @example 2027-03-28T09:30:00.000Z
       */
      createdAt: string;
      /** @example acc_06jd2m8v7k3q9x1z5c4b0n6t2w */
      accountId: string;
      accountName: string;
      /** @description A person; null: a program */
      asker: string | null;
      said: {
        number: number;
        /** @enum {string} */
        side: 'customer' | 'support';
        /** @description Null once erased */
        text: string | null;
        /**
         * Format: date-time
         * @example 2027-03-28T09:30:00.000Z
         */
        at: string;
        author: string;
      }[];
    };
    SupportProfile: {
      /** @description Null: what holds until a version is added */
      id: string | null;
      /** @description 0: what holds until a version is added */
      version: number;
      data: components['schemas']['SupportProfileData'];
      /** @description Mail addresses of those called when nobody answered in time; nobody named: every manager who may answer */
      called: string[];
      validFrom: string | null;
      validTo: string | null;
    };
    SupportProfileData: {
      hours: components['schemas']['OpeningHours'];
      /** @description Opening time within which a question is answered */
      answerSeconds: number;
      /** @description Opening time after which somebody is called again */
      callAgainSeconds: number;
      /** @description Days without a word after an answer until a ticket closes */
      silenceDays: number;
      /** @description Days for which the texts of a closed ticket are kept */
      keepDays: number;
    };
    NewSupportProfile: {
      data: components['schemas']['SupportProfileData'];
      /** @description Mail addresses of those called when nobody answered in time; nobody named: every manager who may answer */
      called: string[];
      /**
       * Format: date-time
       * @description Now when left out
       */
      validFrom?: string;
    };
    Problem: {
      /** @description Page that explains the code, relative to the API: /problems/<code> */
      type: string;
      code: string;
      title: string;
      status: number;
      detail: string;
      requestId: string;
      errors?: {
        code: string;
        detail: string;
        /** @description JSON pointer into the body (RFC 6901) */
        pointer?: string;
        /** @description Name of the query or path parameter, or header */
        parameter?: string;
        /** @description Page of the document that it is about, from 1 */
        page?: number;
        /** @description Where on that page, from its top left as it is seen */
        area?: {
          /** @description mm */
          x: number;
          /** @description mm */
          y: number;
          /** @description mm */
          width: number;
          /** @description mm */
          height: number;
        };
        /**
         * @description A repair that would mend it: send the document again with `?repair=`
         * @enum {string}
         */
        repair?: 'embed_fonts' | 'fit_to_a4';
        /** @description The letter of a stored draft that it is about */
        letterId?: string;
      }[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  'Orders.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        /** @description Which rows come first */
        sort?: 'oldest' | 'newest';
        state?: 'draft' | 'submitted' | 'in_progress' | 'ended' | 'refused' | 'cancelled' | 'deleted';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['OrderRow'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Orders.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['NewOrder'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderReceipt'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Orders.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Orders.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Orders.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OrderChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Orders.addLetters': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewLetters'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LettersReceipt'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Orders.deleteLetter': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        letterId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Orders.submit': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['OrderSubmission'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderReceipt'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Drafts.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['DraftRow'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Drafts.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Draft'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Drafts.prepare': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['Preparation'];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Drafts.putOnly': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DraftsOnlyLetter'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftLetter'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Drafts.lettersOf': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['DraftLetterRow'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Drafts.changeAll': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['SameInAll'];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Drafts.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        letterId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DraftsOnlyLetter'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftLetter'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Drafts.check': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['DraftCheckRequest'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DraftCheck'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Drafts.estimate': {
    parameters: {
      query: {
        /** @description A letter of the draft that was looked at: the others are reckoned as heavy */
        previewId: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Estimate'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Drafts.repeat': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RepeatedOrder'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Choices.choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Choices'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Previews.create': {
    parameters: {
      query?: {
        /** @description Seconds to wait for it while it is `making`, at most 10 */
        wait?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPreview'];
      };
    };
    responses: {
      /** @description Ready, refused, or still in the making */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Preview'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Previews.one': {
    parameters: {
      query?: {
        /** @description Seconds to wait for it while it is `making`, at most 10 */
        wait?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Preview'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Previews.letter': {
    parameters: {
      query?: {
        /** @description placeholders: what Pli prints for each copy is drawn where it will stand; none: the bytes as stored */
        marks?: 'placeholders' | 'none';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Previews.page': {
    parameters: {
      query?: {
        dpi?: number;
        /** @description true: window outlines at both ends of the play, clear zones and places of the marks are drawn over */
        zones?: 'true' | 'false';
      };
      header?: never;
      path: {
        number: number;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/png': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Letters.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        /** @description Which rows come first */
        sort?: 'oldest' | 'newest';
        state?:
          | 'draft'
          | 'accepted'
          | 'composed'
          | 'pooled'
          | 'in_production'
          | 'handed_over'
          | 'accepted_by_carrier'
          | 'delivered'
          | 'no_return_seen'
          | 'lost'
          | 'returned'
          | 'refused'
          | 'unprintable'
          | 'cancelled'
          | 'deleted';
        orderId?: string;
        service?: 'priority' | 'registered' | 'economy';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['LetterRow'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Letters.search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LetterSearch'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['LetterRow'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Letters.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Letter'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Letters.composed': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Letters.page': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        number: number;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/png': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Letters.deposit': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DepositExtract'];
          'application/pdf': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Addresses.check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddressToCheck'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AddressCheck'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Imports.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        orderId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Import'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Imports.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewImport'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Import'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Imports.beginning': {
    parameters: {
      query?: {
        /** @description Columns called as fields of its data are found, too */
        templateVersionId?: string;
        delimiter?: 'auto' | ';' | ',' | '\t' | '|';
        encoding?:
          'auto' | 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1' | 'iso-8859-15' | 'macintosh';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': Uint8Array;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FileBeginning'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Imports.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Import'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Imports.delete': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Imports.receive': {
    parameters: {
      query?: never;
      header?: {
        /** @description Byte of the file at which this body begins: 0 (or left out), or `nextByte` */
        'Upload-Offset'?: string;
        /** @description Instead of it, `bytes <first>-<last>/<all>`: this body is these bytes of a file of that many. A part that is not the last leaves the import open; the next one begins at `nextByte`, for a row that it cuts is not taken */
        'Content-Range'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': Uint8Array;
        'application/x-ndjson': Uint8Array;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Import'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Imports.errorRows': {
    parameters: {
      query?: {
        /** @description `next` of the page before */
        after?: number;
        /** @description Rows of the file, each with all of its things to mend */
        limit?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: {
              /** @description As a spreadsheet numbers it */
              row: number;
              column: string | null;
              /** @description What the cell held */
              value: string | null;
              code: string;
              detail: string;
            }[];
            next: number | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Imports.errors': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description CSV in UTF-8, with the delimiter of the file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Cancellation.letter': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CancelLetter'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LetterCancellation'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Cancellation.order': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CancelOrder'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderCancellation'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Events.after': {
    parameters: {
      query?: {
        /** @description Number of the last event that you have; 0 for the first */
        after?: number;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            events: components['schemas']['Event'][];
            /** @description Give it as `after` next time: the last number of this page, or what you gave when there is nothing new */
            next: number;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'EventStream.stream': {
    parameters: {
      query?: {
        /** @description Number of the last event that you have; 0 for the first; from now on when left out. `Last-Event-ID` goes before it */
        after?: number;
        /** @description End the stream after so long; never when left out */
        seconds?: number;
      };
      header?: {
        /** @description Number of the last event that you have; a browser gives it by itself when it comes back */
        'Last-Event-ID'?: number;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Events as they happen */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'EventStream.streamOfSite': {
    parameters: {
      query?: {
        /** @description Number of the last event that you have; 0 for the first; from now on when left out. `Last-Event-ID` goes before it */
        after?: number;
        /** @description End the stream after so long; never when left out */
        seconds?: number;
      };
      header?: {
        /** @description Number of the last event that you have; a browser gives it by itself when it comes back */
        'Last-Event-ID'?: number;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Events as they happen */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Webhooks.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Webhook'][];
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Webhooks.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewWebhook'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookShownOnce'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Webhooks.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Webhooks.remove': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Webhooks.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['WebhookChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Webhooks.rotate': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['SecretRotation'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookShownOnce'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Webhooks.enable': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['WebhookEnabling'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Webhooks.test': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDelivery'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Webhooks.log': {
    parameters: {
      query?: {
        state?: 'due' | 'delivered' | 'failed';
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        before?: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Newest first */
            rows: components['schemas']['WebhookDelivery'][];
            /** @description Give it as `before` for the next page; null at the end */
            next: number | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Webhooks.delivery': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        deliveryId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDelivery'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Webhooks.again': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        deliveryId: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WebhookDelivery'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Webhooks.range': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Redelivery'];
      };
    };
    responses: {
      /** @description Done */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Webhook'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'NoticeLinks.look': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkAsked'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NoticeLink'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'NoticeLinks.confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkAsked'];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Notices.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Notice'][];
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Notices.set': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description order_ended: an order has come to its end, whole; letter_unprintable, letter_returned, letter_lost; webhook_disabled: a webhook was switched off; ticket_answered: support has answered */
        kind:
          | 'order_ended'
          | 'letter_unprintable'
          | 'letter_returned'
          | 'letter_lost'
          | 'webhook_disabled'
          | 'ticket_answered';
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NoticeSettings'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Notice'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Notices.remove': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description order_ended: an order has come to its end, whole; letter_unprintable, letter_returned, letter_lost; webhook_disabled: a webhook was switched off; ticket_answered: support has answered */
        kind:
          | 'order_ended'
          | 'letter_unprintable'
          | 'letter_returned'
          | 'letter_lost'
          | 'webhook_disabled'
          | 'ticket_answered';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Notices.askAgain': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description order_ended: an order has come to its end, whole; letter_unprintable, letter_returned, letter_lost; webhook_disabled: a webhook was switched off; ticket_answered: support has answered */
        kind:
          | 'order_ended'
          | 'letter_unprintable'
          | 'letter_returned'
          | 'letter_lost'
          | 'webhook_disabled'
          | 'ticket_answered';
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmationAsked'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Notice'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'History.letters': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        before?: string;
        /** @description First day, by the clock of the print room */
        from?: string;
        /** @description Last day */
        to?: string;
        service?: 'priority' | 'registered' | 'economy';
        state?:
          | 'accepted'
          | 'composed'
          | 'pooled'
          | 'in_production'
          | 'handed_over'
          | 'accepted_by_carrier'
          | 'delivered'
          | 'no_return_seen'
          | 'lost'
          | 'returned'
          | 'refused'
          | 'unprintable'
          | 'cancelled';
        /** @description Those that the carrier has got, or has not; whatever became of them then */
        sent?: string;
        /** @description Made from a template, or from a document */
        content?: 'template' | 'document';
        /** @description none: not composed yet */
        envelope?: 'C5/6' | 'C5' | 'C4' | 'none';
        /** @description Key of a cost centre, as statistics and history name it; `none` for letters without */
        costCentre?: string;
        orderId?: string;
        /** @description Who made the order; keys are nobody */
        personId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['LetterHistoryRow'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
            /** @description Letters of all pages; null when an order or a person is named, and to who sees their own alone */
            total: number | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'History.letterFile': {
    parameters: {
      query?: {
        /** @description First day, by the clock of the print room */
        from?: string;
        /** @description Last day */
        to?: string;
        service?: 'priority' | 'registered' | 'economy';
        state?:
          | 'accepted'
          | 'composed'
          | 'pooled'
          | 'in_production'
          | 'handed_over'
          | 'accepted_by_carrier'
          | 'delivered'
          | 'no_return_seen'
          | 'lost'
          | 'returned'
          | 'refused'
          | 'unprintable'
          | 'cancelled';
        /** @description Those that the carrier has got, or has not; whatever became of them then */
        sent?: string;
        /** @description Made from a template, or from a document */
        content?: 'template' | 'document';
        /** @description none: not composed yet */
        envelope?: 'C5/6' | 'C5' | 'C4' | 'none';
        /** @description Key of a cost centre, as statistics and history name it; `none` for letters without */
        costCentre?: string;
        orderId?: string;
        /** @description Who made the order; keys are nobody */
        personId?: string;
        /** @description Of its headings; French spreadsheets part columns by ; and decimals by , */
        language?: 'fr' | 'en';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description CSV in UTF-8 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'History.orders': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        before?: string;
        /** @description First day, by the clock of the print room */
        from?: string;
        /** @description Last day */
        to?: string;
        state?: 'submitted' | 'in_progress' | 'ended' | 'refused' | 'cancelled';
        service?: 'priority' | 'registered' | 'economy';
        /** @description Key of a cost centre, as statistics and history name it; `none` for letters without */
        costCentre?: string;
        /** @description Who made the order; keys are nobody */
        personId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['OrderHistoryRow'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'History.orderFile': {
    parameters: {
      query?: {
        /** @description First day, by the clock of the print room */
        from?: string;
        /** @description Last day */
        to?: string;
        state?: 'submitted' | 'in_progress' | 'ended' | 'refused' | 'cancelled';
        service?: 'priority' | 'registered' | 'economy';
        /** @description Key of a cost centre, as statistics and history name it; `none` for letters without */
        costCentre?: string;
        /** @description Who made the order; keys are nobody */
        personId?: string;
        /** @description Of its headings; French spreadsheets part columns by ; and decimals by , */
        language?: 'fr' | 'en';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description CSV in UTF-8 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'History.choices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryChoices'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Archive.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description First day, by the clock of the print room */
        from?: string;
        /** @description Last day */
        to?: string;
        /** @description `next` of the page before */
        before?: string;
        state?: 'kept' | 'erased';
        orderId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['ArchivedFile'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Archive.search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ArchiveSearch'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['ArchivedFile'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Archive.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArchivedFileStory'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Archive.file': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Archive.end': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ArchivedFile'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Statistics.statistics': {
    parameters: {
      query: {
        /** @description First day of submission, by the clock of the print room */
        from: string;
        /** @description Last day */
        to: string;
        service?: 'priority' | 'registered' | 'economy';
        state?:
          | 'accepted'
          | 'composed'
          | 'pooled'
          | 'in_production'
          | 'handed_over'
          | 'accepted_by_carrier'
          | 'delivered'
          | 'no_return_seen'
          | 'lost'
          | 'returned'
          | 'refused'
          | 'unprintable'
          | 'cancelled';
        /** @description Those that the carrier has got, or has not; whatever became of them then */
        sent?: string;
        /** @description Made from a template, or from a document */
        content?: 'template' | 'document';
        /** @description none: not composed yet */
        envelope?: 'C5/6' | 'C5' | 'C4' | 'none';
        /** @description Key of a cost centre, as statistics and history name it; `none` for letters without */
        costCentre?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Statistics'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Statistics.file': {
    parameters: {
      query: {
        /** @description First day of submission, by the clock of the print room */
        from: string;
        /** @description Last day */
        to: string;
        service?: 'priority' | 'registered' | 'economy';
        state?:
          | 'accepted'
          | 'composed'
          | 'pooled'
          | 'in_production'
          | 'handed_over'
          | 'accepted_by_carrier'
          | 'delivered'
          | 'no_return_seen'
          | 'lost'
          | 'returned'
          | 'refused'
          | 'unprintable'
          | 'cancelled';
        /** @description Those that the carrier has got, or has not; whatever became of them then */
        sent?: string;
        /** @description Made from a template, or from a document */
        content?: 'template' | 'document';
        /** @description none: not composed yet */
        envelope?: 'C5/6' | 'C5' | 'C4' | 'none';
        /** @description Key of a cost centre, as statistics and history name it; `none` for letters without */
        costCentre?: string;
        /** @description Of its headings; French spreadsheets part columns by ; and decimals by , */
        language?: 'fr' | 'en';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description CSV in UTF-8 */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'CostCentres.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['CostCentre'][];
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'CostCentres.add': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewCostCentre'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CostCentre'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'CostCentres.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CostCentreChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CostCentre'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'CostCentres.settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountSettings'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'CostCentres.set': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AccountSettings'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountSettings'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Templates.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Template'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Templates.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewTemplate'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Template'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Templates.preview': {
    parameters: {
      query?: {
        /** @description Seconds to wait for it while it is `making`, at most 10 */
        wait?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TemplateTrial'];
      };
    };
    responses: {
      /** @description Ready, refused, or still in the making */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Preview'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Templates.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Template'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Templates.history': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description The latest first, at most 500 */
            rows: components['schemas']['TemplateChange'][];
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Templates.versions': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['TemplateVersion'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Templates.addVersion': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewTemplateVersion'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateVersion'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Templates.version': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        version: number;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateVersionWhole'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Templates.approve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        version: number;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Asked for; read the version to know how it ended */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateVersion'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Templates.withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        version: number;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateVersion'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Documents.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        /** @description Only what is kept as that */
        library?: 'letterhead' | 'attachment';
        /** @description true: the newest first */
        newest?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Document'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Documents.create': {
    parameters: {
      query?: {
        /** @description Repairs to make where they are needed (`embed_fonts,fit_to_a4`): what is repaired is a proposal that you look at and accept */
        repair?: string;
        /** @description `split`: many letters in one file, of up to 2,000 pages unless the provider allows others; letters take ranges of its pages */
        purpose?: 'letter' | 'split';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/pdf': Uint8Array;
        'multipart/form-data': {
          /** Format: binary */
          file: Uint8Array;
        };
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Document'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Documents.accept': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Document'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Documents.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Document'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Documents.remove': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Documents.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['DocumentChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Document'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Documents.page': {
    parameters: {
      query?: {
        /** @description original: as it was sent, before any repair */
        of?: 'printed' | 'original';
        dpi?: number;
      };
      header?: never;
      path: {
        number: number;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/png': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Documents.picture': {
    parameters: {
      query?: {
        page?: number;
        dpi?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/pdf': Uint8Array;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/png': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Documents.content': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Documents.original': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Splitting.split': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SplitRequest'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SplitAnswer'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Board.board': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Board'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Board.attention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Attention'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Effects.of': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IntendedAction'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Effects'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Machines.list': {
    parameters: {
      query?: {
        state?: 'ready' | 'busy' | 'trouble' | 'silent' | 'not_asked';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Machines'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Days.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        day: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SiteDay'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Days.close': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        day: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['CloseDay'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SiteDay'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Reveals.reveal': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Because'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Revealed'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Reveals.revealed': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Revealed'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Reveals.page': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        page: number;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/png': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'FloorOrders.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        state?: 'submitted' | 'in_progress' | 'ended' | 'refused' | 'cancelled';
        /** @description late: its deadline, or the time that the plan of its truck gives its step, has passed; at_risk: that time has begun */
        standing?: 'on_time' | 'at_risk' | 'late';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['FloorOrder'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'FloorOrders.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FloorOrder'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'FloorOrders.refuse': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Because'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FloorOrder'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'FloorLetters.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        state?:
          | 'draft'
          | 'accepted'
          | 'composed'
          | 'pooled'
          | 'in_production'
          | 'handed_over'
          | 'accepted_by_carrier'
          | 'delivered'
          | 'no_return_seen'
          | 'lost'
          | 'returned'
          | 'refused'
          | 'unprintable'
          | 'cancelled'
          | 'deleted';
        /** @description late: its deadline, or the time that the plan of its truck gives its step, has passed; at_risk: that time has begun */
        standing?: 'on_time' | 'at_risk' | 'late';
        /** @description Of the pool: letters of that key */
        lotKey?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['FloorLetterRow'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'FloorLetters.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FloorLetter'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Pool.groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            groups: components['schemas']['PoolGroup'][];
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Pool.release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PoolRelease'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            groups: components['schemas']['PoolGroup'][];
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Lots.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        state?: 'planned' | 'assembled' | 'printing' | 'printed' | 'inserting' | 'reconciling' | 'closed';
        /** @description true: only lots that are not closed */
        open?: 'true' | 'false';
        /** @description late: its deadline, or the time that the plan of its truck gives its step, has passed; at_risk: that time has begun */
        standing?: 'on_time' | 'at_risk' | 'late';
        /** @description true: only lots to which an operator was called */
        needsOperator?: 'true' | 'false';
        /** @description A stable code */
        operatorReason?: string;
        /** @description missing: lots on the inserter or behind it of which nobody has signed the first envelope; failed: its last one was not in order */
        firstOff?: 'missing' | 'failed';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Lot'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Lots.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LotWhole'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Lots.signFirstOff': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignFirstOff'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LotWhole'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Lots.reportSpoiled': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SpoiledSheets'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LotWhole'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Pieces.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        /** @description unresolved (suspect and diverted) unless told, or any when a code or tray is */
        state?:
          | (
              | 'planned'
              | 'printed'
              | 'inserted'
              | 'trayed'
              | 'handed_over'
              | 'accepted'
              | 'missing_at_deposit'
              | 'refused_at_deposit'
              | 'suspect'
              | 'diverted'
              | 'spoiled'
              | 'voided'
              | 'returned'
            )
          | 'unresolved'
          | 'any';
        lotId?: string;
        trayId?: string;
        depositId?: string;
        /** @description Planned for a deposit of that day or before */
        dueBy?: string;
        /** @description Code of why it is in its state */
        reason?: string;
        /** @description late: its deadline, or the time that the plan of its truck gives its step, has passed; at_risk: that time has begun */
        standing?: 'on_time' | 'at_risk' | 'late';
        /** @description A window or sheet code as it was read */
        code?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Piece'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Pieces.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Piece'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Pieces.resolve': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Finding'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Piece'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'MarksAndNumbers.refunds': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Refund'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
            /** @description Of all that are due, on whatever page */
            total: {
              marks: number;
              cents: number;
            };
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'MarksAndNumbers.numbers': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        /** @description assigned: on a copy that the carrier has not accepted yet; used: accepted; void: never to be used */
        state?: 'assigned' | 'used' | 'void';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['RegisteredNumber'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
            /** @description Of all ranges of the site */
            total: {
              assigned: number;
              used: number;
              void: number;
              free: number;
            };
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Scans.scan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Scan'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Scanned'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Trays.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        state?: 'open' | 'sealed' | 'handed_over' | 'settled';
        /** @description true: only trays that are not settled */
        open?: 'true' | 'false';
        /** @description late: its deadline, or the time that the plan of its truck gives its step, has passed; at_risk: that time has begun */
        standing?: 'on_time' | 'at_risk' | 'late';
        /** @description true: open trays that no lot fills: a seal was broken, or a person opened them */
        byHand?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Tray'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Trays.open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewTray'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Tray'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Trays.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Tray'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Trays.seal': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Because'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Tray'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Trays.scanInto': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ScanIntoTray'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ScannedIntoTray'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Trays.breakSeal': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Because'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Tray'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Deposits.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        state?:
          | 'planned'
          | 'closed'
          | 'announced'
          | 'left_site'
          | 'accepted'
          | 'accepted_with_differences'
          | 'refused'
          | 'settled';
        /** @description true: only deposits that are not settled */
        open?: 'true' | 'false';
        /** @description late: its deadline, or the time that the plan of its truck gives its step, has passed; at_risk: that time has begun */
        standing?: 'on_time' | 'at_risk' | 'late';
        /** @description Those that left on that day of the site's calendar */
        leftOn?: string;
        /** @description true: only deposits to which an operator was called */
        needsOperator?: 'true' | 'false';
        /** @description A stable code */
        operatorReason?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Deposit'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Deposits.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DepositWhole'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Deposits.slip': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Deposits.acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StampedSlip'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DepositWhole'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Cases.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        state?: 'open' | 'closed';
        depositId?: string;
        kind?: 'missing_at_deposit' | 'refused_at_deposit' | 'count_differs' | 'undeclared';
        /** @description late: its deadline, or the time that the plan of its truck gives its step, has passed; at_risk: that time has begun */
        standing?: 'on_time' | 'at_risk' | 'late';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['DepositCase'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Cases.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DepositCase'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Cases.close': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CaseDecision'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DepositCase'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'SiteEvents.after': {
    parameters: {
      query?: {
        /** @description Number of the last event that you have; 0 for the first */
        after?: number;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            events: components['schemas']['Event'][];
            /** @description Give it as `after` next time: the last number of this page, or what you gave when there is nothing new */
            next: number;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Accounts.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Account'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Accounts.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAccount'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Accounts.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Accounts.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['AccountChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Sites.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Site'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Sites.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewSite'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Sites.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Sites.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['SiteChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Contracts.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        siteId?: string;
        accountId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Contract'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Contracts.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewContract'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contract'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Contracts.addVersion': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewContractVersion'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Contract'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Devices.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        siteId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Device'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Devices.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewDevice'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Device'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Devices.retire': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Device'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Stocks.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        siteId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Stock'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Stocks.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewStock'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Stock'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Stocks.addVersion': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewStockVersion'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Stock'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Profiles.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        siteId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Profile'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Profiles.add': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewProfile'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Profile'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'NumberRanges.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        siteId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['NumberRange'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'NumberRanges.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewNumberRange'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NumberRange'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'PostageCounters.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        siteId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['PostageCounter'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'PostageCounters.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPostageCounter'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PostageCounter'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Keys.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Key'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Keys.create': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewKey'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['KeyShownOnce'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Keys.revoke': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Key'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Session.view': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Session.begin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignIn'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Session.end': {
    parameters: {
      query?: {
        /** @description On all devices of the person */
        everywhere?: 'true' | 'false';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Session.giveSecondFactor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SecondFactorGiven'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Session.askPasskey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyOptions'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Session.askSignIn': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyOptions'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Session.signInByPasskey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasskeySignIn'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Session.takeDesk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeskChoice'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'SingleSignOn.begin': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SingleSignOnAsked'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WayThere'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'SingleSignOn.end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WayOut'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'SingleSignOn.complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SingleSignOnAnswer'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'IdentityProviders.view': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SingleSignOn'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'IdentityProviders.set': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IdentityProviderSet'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SingleSignOn'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'IdentityProviders.remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'IdentityProviders.viewOwn': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SingleSignOn'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'IdentityProviders.setOwn': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IdentityProviderSet'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SingleSignOn'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'IdentityProviders.removeOwn': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'IdentityProviders.removeOfAccount': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Search.forAccount': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchText'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Found'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Search.atSite': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SearchText'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SiteFound'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Links.look': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LinkAsked'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Link'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Links.accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InvitationAccepted'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'] | null;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Links.ask': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecoveryAsked'];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Links.recover': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecoveryCompleted'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Me.view': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Me.change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['MeChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Me.changePassword': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordChange'];
      };
    };
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Me.endSession': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Me.offerAuthenticator': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuthenticatorOffer'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Me.removeAuthenticator': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Me.confirmAuthenticator': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AuthenticatorCode'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodes'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Me.renewCodes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodes'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Me.offerPasskey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PasskeyOptions'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Me.addPasskey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPasskey'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecoveryCodes'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Me.removePasskey': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'People.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Person'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'People.invite': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPerson'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'People.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'People.remove': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'People.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['PersonChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'People.inviteAgain': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'People.listKeys': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Key'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'People.makeKey': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAccountKey'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountKeyMade'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'People.revokeKey': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Key'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'People.view': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'People.claim': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AccountClaim'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Account'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Staff.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Person'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Staff.invite': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewStaff'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Staff.remove': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Staff.change': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['StaffChange'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Staff.inviteAgain': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Staff.resetSecondFactor': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Staff.listOfAccount': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['Person'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Staff.inviteAdministrator': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAdministrator'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Person'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Audit.search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AuditSearch'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AuditFound'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Audit.ledger': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LetterLedger'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Audit.slice': {
    parameters: {
      query: {
        stream: string;
        /** @description Number of the event before the slice */
        after: number;
        /** @description Number of its last event */
        to: number;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StreamSlice'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Audit.history': {
    parameters: {
      query: {
        workflow: string;
        run: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunHistory'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Audit.raw': {
    parameters: {
      query: {
        workflow: string;
        run: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Audit.zip': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/zip': Uint8Array;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Tickets.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        group?: 'waiting' | 'answered' | 'closed';
        orderId?: string;
        letterId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['TicketRow'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Tickets.open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewTicket'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ticket'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Tickets.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ticket'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Tickets.write': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewTicketMessage'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ticket'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Tickets.close': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Ticket'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Tickets.hours': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupportHours'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'SupportDesk.list': {
    parameters: {
      query?: {
        /** @description Rows of the page */
        limit?: number;
        /** @description `next` of the page before */
        after?: string;
        group?: 'waiting' | 'answered' | 'closed';
        /** @description Only those whose answer is overdue */
        late?: 'true';
        /** @description Only those that wait and were escalated */
        escalated?: 'true';
        accountId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['SupportTicketRow'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'SupportDesk.counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupportCounts'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'SupportDesk.one': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupportTicket'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'SupportDesk.answer': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewTicketMessage'];
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupportTicket'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'SupportDesk.close': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupportTicket'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'SupportDesk.escalate': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupportTicket'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'SupportProfiles.list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            rows: components['schemas']['SupportProfile'][];
            /** @description Give it as `after` for the next page; null at the end */
            next: string | null;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'SupportProfiles.add': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewSupportProfile'];
      };
    };
    responses: {
      /** @description Done */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupportProfile'];
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Docs.openApi': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Docs.page': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Docs.problems': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            status: number;
            title: string;
            means: string;
            mend: string;
          }[];
          'text/html': string;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Docs.problem': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            status: number;
            title: string;
            means: string;
            mend: string;
          };
          'text/html': string;
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Health.alive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @constant */
            status: 'ok';
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'Health.ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {string} */
            status: 'ready' | 'not_ready';
            /** @enum {string} */
            database: 'ready' | 'away' | 'not_migrated';
            /**
             * @description Not required: without it there is no admission limit
             * @enum {string}
             */
            valkey: 'ready' | 'away' | 'not_used';
            stopping: boolean;
          };
        };
      };
      /** @description A problem (RFC 9457) */
      default: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
