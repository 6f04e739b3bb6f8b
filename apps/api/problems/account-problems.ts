/** Problems of orders and letters. */
export const accountProblems = {
  letters_invalid: {
    status: 422,
    title: 'Some letters cannot be taken',
    means:
      '`errors` names for each what is wrong, by a pointer into the body. None of the letters of the call was stored.',
    mend: 'Mend or leave out the letters named, and send the call again.',
  },
  order_not_makeable: {
    status: 422,
    title: 'The order cannot be made as it is',
    means:
      'By the rules of the print room some letters cannot be made; `errors` names each. Of letters that share a fault in a stored draft, the first is named.',
    mend: 'Change the options or the letters named, then submit again.',
  },
  order_empty: {
    status: 422,
    title: 'The order has no letters',
    means: 'Only an order with letters can be submitted.',
    mend: 'Add letters first.',
  },
  order_full: {
    status: 422,
    title: 'The order is full',
    means: 'An order holds 100,000 letters.',
    mend: 'Make another order for the rest.',
  },
  order_not_draft: {
    status: 409,
    title: 'The order is not a draft',
    means: 'A submitted order is firm: it cannot be changed, submitted again or deleted.',
    mend: 'Read the order. To send more letters, make another order.',
  },
  order_not_refusable: {
    status: 409,
    title: 'The order can no longer be refused',
    means: 'It has ended, or letters of it are being made.',
    mend: 'Void what is still in the print room piece by piece.',
  },
  order_still_draft: {
    status: 409,
    title: 'The order is still a draft',
    means: 'Only what was submitted can be cancelled.',
    mend: 'Delete the draft, or take the letter out of it.',
  },
  order_already_ended: {
    status: 409,
    title: 'The order has come to its end',
    means: 'Each of its letters has come to rest, or the provider refused it. The refusal is an event of the order.',
    mend: 'Read its letters to see how each ended.',
  },
  cancellation_too_late: {
    status: 409,
    title: 'It is too late to cancel the letter',
    means:
      'The contract allows cancelling only before production and a lot has taken the letter, or its deposit has closed: it is counted, declared and given to the carrier. The refusal is an event of the letter.',
    mend: 'Nothing stops the letter now; read it to follow it.',
  },
  cancellation_not_in_contract: {
    status: 409,
    title: 'The contract does not allow cancelling',
    means: 'The terms in force when the order was submitted say so. The refusal is an event of the letter or order.',
    mend: 'Ask the provider to agree on cancelling for orders to come.',
  },
  letter_already_ended: {
    status: 409,
    title: 'The letter has come to its end',
    means: 'It was delivered, returned, lost, refused or could not be printed. The refusal is an event of the letter.',
    mend: 'Read the letter to see how it ended.',
  },
  letter_moves_on: {
    status: 503,
    title: 'The letter moves on at this very moment',
    means: 'It was about to be cancelled while it changed from one stage to the next, again and again.',
    mend: 'Send the request again after Retry-After.',
  },
  contract_missing: {
    status: 409,
    title: 'No contract with that print room',
    means: 'The account has no valid contract, in the mode of the key, with the print room named (or with any).',
    mend: 'Name a print room you have a contract with, or ask the provider.',
  },
  site_needed: {
    status: 422,
    title: 'Which print room?',
    means: 'The account has contracts with several print rooms in this mode.',
    mend: 'Name one as `siteId`.',
  },
  site_suspended: {
    status: 409,
    title: 'The print room takes no orders',
    means: 'The provider has suspended it.',
    mend: 'Wait, or name another print room.',
  },
  account_suspended: {
    status: 403,
    title: 'The account is suspended',
    means: 'It can read, and submit nothing.',
    mend: 'Ask the provider.',
  },
  live_site_not_ready: {
    status: 409,
    title: 'The live print room is not ready',
    means:
      'A live print room works with real machines and a virus scanner; as long as one is missing it takes nothing.',
    mend: 'Order in test mode.',
  },
  profile_not_valid: {
    status: 409,
    title: 'The print room is not set up for that day',
    means: 'One of its profiles (site, services, postage, geometry) has no version valid then.',
    mend: 'Ask the provider to add it.',
  },
  page_range_invalid: {
    status: 422,
    title: 'The document does not have these pages',
    means:
      'Ranges are written 3-5 or 1-2,7, count from 1, run forwards, stay within the document and name each page once.',
    mend: 'Name pages that the document has, or leave the ranges out for all of them.',
  },
  warning_not_accepted: {
    status: 422,
    title: 'A warning must be accepted first',
    means:
      'The letter can be made, but something about it is probably not meant: the detail names the warning by its code, page and place.',
    mend: 'Mend the letter, or name the code of the warning in `accept` of the letter, the order or the submission.',
  },
  option_not_available: {
    status: 422,
    title: 'The option is not executed yet',
    means: 'Pli stores every option and refuses by name what it cannot carry out yet; it never ignores one.',
    mend: 'Leave the option out, or keep the order as a draft.',
  },
  option_conflict: {
    status: 422,
    title: 'Options contradict each other',
    means: 'Found in `errors`: the option named does not go with the others.',
    mend: 'Change one of them.',
  },
  send_date_invalid: {
    status: 422,
    title: 'The send date cannot be kept',
    means: 'It is past, or more than a year ahead.',
    mend: 'Choose another day, or leave it out.',
  },
  service_not_in_contract: {
    status: 422,
    title: 'The service is not in the contract',
    means: 'The contract with the print room lists the services that may be ordered.',
    mend: 'Choose one of them.',
  },
  service_not_valid: {
    status: 422,
    title: 'The service is not valid on that day',
    means: 'No version of the service holds on the send date.',
    mend: 'Choose another service or day.',
  },
  destination_not_served: {
    status: 422,
    title: 'The service does not go there',
    means:
      'A service goes to the zones that the print room’s carrier serves: metropolitan France, overseas France, other countries but those that its profile leaves out.',
    mend: 'Choose a service that goes there; the detail names the zones of this one.',
  },
  service_ambiguous: {
    status: 409,
    title: 'The service has two versions on that day',
    means: 'The dates of the services overlap.',
    mend: 'Ask the provider to end the older one.',
  },
  sender_missing: {
    status: 422,
    title: 'The sender is compulsory',
    means: 'Registered letters carry their sender’s name and address.',
    mend: 'Give `sender` with the letter or with the call.',
  },
  sender_not_served: {
    status: 422,
    title: 'The sender’s address is too far away for the service',
    means: 'What cannot be delivered goes back to the sender, and a service does so within the zones of its profile.',
    mend: 'Name a sender’s address in one of the zones of the detail, or choose another service.',
  },
  address_incomplete: {
    status: 422,
    title: 'The address lacks something',
    means: 'A field without which no carrier finds the recipient is missing.',
    mend: 'Fill in the field that the pointer names.',
  },
  address_line_too_long: {
    status: 422,
    title: 'A line of the address is too long',
    means: 'An address line holds 38 characters (NF Z 10-011, kept abroad too), the sender’s line 80.',
    mend: 'Shorten it as the detail says.',
  },
  address_character: {
    status: 422,
    title: 'The address holds a character that cannot be printed',
    means:
      'Lines take Latin letters. Street, locality and town take letters and digits only, abroad also apostrophe, hyphen, point and slash; Belgium has no slash.',
    mend: 'Write it as the detail says.',
  },
  address_postcode: {
    status: 422,
    title: 'The postcode does not exist',
    means:
      'It is not one of the country as its post writes it: five digits in France, four in Belgium, `SW1A 1AA` in the United Kingdom, without `B-`, `CH-` or `L-` before it.',
    mend: 'Correct it as the detail says.',
  },
  address_cedex: {
    status: 422,
    title: 'CEDEX is not written so',
    means: 'CEDEX is followed by nothing or a number of one or two digits, and only France has it.',
    mend: 'Correct it, or leave it out.',
  },
  address_box: {
    status: 422,
    title: 'The box is not written so',
    means: 'A box is a number or letter behind a Belgian street and number (`bte 5`); other countries have none.',
    mend: 'Correct it, or name it in the field that the detail says.',
  },
  address_region: {
    status: 422,
    title: 'The province is not written so',
    means: 'Italian addresses name a province by two letters, Spanish ones by its name; other countries have none.',
    mend: 'Correct it as the detail says, or leave it out.',
  },
  address_lines: {
    status: 422,
    title: 'The lines of the address do not fit',
    means:
      'It takes more lines than the window holds (6, abroad 7), or free `lines` are given where fields are needed, or fields where lines are.',
    mend: 'Leave out or move what the detail names.',
  },
  country_not_available: {
    status: 422,
    title: 'No mail can be addressed to that country',
    means: 'Its two letters are no country’s by ISO 3166, or an overseas part of France’s, which is written as `FR`.',
    mend: 'Give the letters that the detail names. Where a service does not go, `destination_not_served` says so.',
  },
  letter_not_composed: {
    status: 409,
    title: 'The letter is not composed yet',
    means: 'Its pages are made some seconds after the order was submitted.',
    mend: 'Ask again after Retry-After.',
  },
  letter_not_handed_over: {
    status: 409,
    title: 'The letter has not been handed over',
    means: 'There is no deposit to tell of before the carrier has it.',
    mend: 'Ask again when its state is handed_over or later.',
  },
  content_erased: {
    status: 410,
    title: 'The content was erased',
    means: 'Content is erased some hours after the deposit was accepted, unless the simple archive was ordered.',
    mend: 'Order the simple archive to keep it.',
  },
  content_key_missing: {
    status: 410,
    title: 'The content key is gone',
    means: 'The content of this account was erased with its key.',
    mend: 'Nothing brings it back.',
  },
  blob_missing: {
    status: 410,
    title: 'The bytes are gone',
    means: 'They were erased, or the store lost them.',
    mend: 'Tell the provider when you did not expect it.',
  },
  blob_damaged: {
    status: 500,
    title: 'The stored bytes are damaged',
    means: 'Their hash does not match: they are not given out.',
    mend: 'Tell the provider the request id.',
  },
  content_key_damaged: {
    status: 500,
    title: 'The content key cannot be opened',
    means: 'The master key file does not belong to this database.',
    mend: 'The provider restores the master key file.',
  },
} as const;
