import { z } from 'zod';
import { deskRoles } from './desk-roles.ts';
import { displayName, idOf, mode, moment, pageOf } from './shapes.ts';
import { deskKinds, emailAddress, language } from './session.ts';

const rights = z.array(z.string().max(60)).min(1).max(60).describe('Rights there; those of the role when left out');
const modes = z.array(mode).min(1).max(2).describe('In which modes they work');
const person = {
  email: emailAddress,
  name: displayName.optional().describe('How they are called; they may change it'),
  language: language.default('fr'),
};

/** Roles at an account's desk, and at those of the provider's own people. */
export const accountRoles = ['sender', 'administrator'] as const;
export const staffRoles = ['operator', 'supervisor', 'manager', 'auditor'] as const;

export const newPerson = z
  .strictObject({ ...person, role: z.enum(accountRoles), scopes: rights.optional(), modes: modes.default(['test']) })
  .meta({ id: 'NewPerson' });
export type NewPerson = z.output<typeof newPerson>;

export const personChange = z
  .strictObject({
    role: z.enum(accountRoles).optional(),
    scopes: rights.optional(),
    modes: modes.optional(),
    state: z.enum(['active', 'suspended']).optional(),
  })
  .meta({ id: 'PersonChange' });
export type PersonChange = z.output<typeof personChange>;

/** A person at a desk. The id is the desk's: the same person may have others elsewhere, of which nothing is told here. */
export const personView = z
  .object({
    id: idOf('membership'),
    person: idOf('person'),
    name: z.string(),
    email: z.string(),
    kind: z.enum(deskKinds),
    role: z.enum(deskRoles),
    siteId: idOf('site').nullable(),
    modes: z.array(mode),
    scopes: z.array(z.string()),
    state: z.enum(['invited', 'active', 'suspended', 'removed']),
    hasSecondFactor: z.boolean(),
    lastSeenAt: moment.nullable().describe('At this desk'),
    createdAt: moment,
  })
  .meta({ id: 'Person' });
export type PersonView = z.output<typeof personView>;
export const personPage = pageOf(personView);

export const newStaff = z
  .strictObject({
    ...person,
    role: z.enum(staffRoles),
    siteId: idOf('site').optional().describe('The print room of an operator or supervisor'),
    scopes: rights.optional(),
  })
  .meta({ id: 'NewStaff' });
export type NewStaff = z.output<typeof newStaff>;

export const staffChange = z
  .strictObject({
    role: z.enum(staffRoles).optional().describe('Of the same kind of desk'),
    scopes: rights.optional(),
    state: z.enum(['active', 'suspended']).optional(),
  })
  .meta({ id: 'StaffChange' });
export type StaffChange = z.output<typeof staffChange>;

/** The first people of a customer; the others its administrators invite. */
export const newAdministrator = z
  .strictObject({ ...person, modes: modes.default(['test', 'live']) })
  .meta({ id: 'NewAdministrator' });
export type NewAdministrator = z.output<typeof newAdministrator>;
