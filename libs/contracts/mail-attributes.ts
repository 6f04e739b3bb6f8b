import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';
import { searchAttributes } from './processes.ts';

/** The typed keys of what the Temporal UI can search and sort by. Ids, states and instants only: they are stored in clear. */
const keys = {
  subject: defineSearchAttributeKey(searchAttributes.subject, 'KEYWORD'),
  site: defineSearchAttributeKey(searchAttributes.site, 'KEYWORD'),
  state: defineSearchAttributeKey(searchAttributes.state, 'KEYWORD'),
  mode: defineSearchAttributeKey(searchAttributes.mode, 'KEYWORD'),
  dueAt: defineSearchAttributeKey(searchAttributes.dueAt, 'DATETIME'),
  needsOperator: defineSearchAttributeKey(searchAttributes.needsOperator, 'BOOL'),
};

export interface MailAttributes {
  subject?: string;
  site?: string;
  state?: string;
  mode?: string;
  dueAt?: Date;
  needsOperator?: boolean;
}

/** The pairs Temporal takes, of those that are given. */
export function attributePairs(of: MailAttributes): SearchAttributePair[] {
  const pairs: SearchAttributePair[] = [];
  if (of.subject !== undefined) pairs.push({ key: keys.subject, value: of.subject });
  if (of.site !== undefined) pairs.push({ key: keys.site, value: of.site });
  if (of.state !== undefined) pairs.push({ key: keys.state, value: of.state });
  if (of.mode !== undefined) pairs.push({ key: keys.mode, value: of.mode });
  if (of.dueAt !== undefined) pairs.push({ key: keys.dueAt, value: of.dueAt });
  if (of.needsOperator !== undefined) pairs.push({ key: keys.needsOperator, value: of.needsOperator });
  return pairs;
}
