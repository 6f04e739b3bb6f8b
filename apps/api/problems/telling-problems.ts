/** Problems of being told: event streams, webhooks and mail notices. */
export const tellingProblems = {
  too_many_streams: {
    status: 429,
    title: 'Too many event streams',
    means: 'A key has as many streams open as it may, or this process as many as it can serve.',
    mend: 'Close one that is not needed, or share one stream among your programs; then try again after Retry-After.',
  },
  event_number_ahead: {
    status: 422,
    title: 'The feed has not come so far',
    means: 'The number given is higher than that of the last event; the detail names it.',
    mend: 'Give a number that you have received. If the provider restored a backup, go back to the number of the detail.',
  },
  webhook_url_refused: {
    status: 422,
    title: 'The address of the webhook cannot be used',
    means:
      'Messages go to https:// addresses of the public internet: not to private, local or reserved ones, unless the provider allows their network.',
    mend: 'Change the address as the detail says, or ask the provider to name the network in WEBHOOK_ALLOWED_NETWORKS.',
  },
  webhooks_full: {
    status: 409,
    title: 'The account has as many webhooks as it may',
    means: 'There may be 20 in each mode.',
    mend: 'Delete one that is not used any more.',
  },
  webhook_disabled: {
    status: 409,
    title: 'The webhook is disabled',
    means: 'It answered 410, or nothing reached it for days; nothing is sent to it. What it missed stays in the feed.',
    mend: 'Enable it; then it receives what it missed.',
  },
  redelivery_running: {
    status: 409,
    title: 'A range is being sent again',
    means: 'One range at a time is sent again to a webhook; `redelivering` of the webhook tells how far it is.',
    mend: 'Ask for the next range when it is done.',
  },
  mail_not_set_up: {
    status: 409,
    title: 'This Pli sends no mail',
    means: 'The provider has named no mail server (SMTP_URL and MAIL_FROM).',
    mend: 'Use a webhook or the event stream, or ask the provider.',
  },
  confirmation_sent: {
    status: 409,
    title: 'A link was sent there just now',
    means: 'One address is sent a link at most every ten minutes.',
    mend: 'Look for the mail, in the spam folder too; ask again after the minutes that the detail names.',
  },
  confirmations_full: {
    status: 409,
    title: 'Too many addresses were asked today',
    means:
      'An account has links sent to at most 50 addresses a day in each mode, so that nobody is written to who did not ask for it.',
    mend: 'Set the other addresses tomorrow, or let a list of your own mail server spread the notices.',
  },
} as const;
