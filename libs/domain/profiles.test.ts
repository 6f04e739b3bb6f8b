import { versionAt } from './profiles.ts';
import { siteProfileSchema } from './profiles-schema.ts';
import { demonstrationProfile, frenchPrintRoomProfile } from './site-profiles.ts';

test.each([demonstrationProfile, frenchPrintRoomProfile])('the profile $name is a valid one', (profile) => {
  expect(siteProfileSchema.parse(structuredClone(profile))).toEqual(profile);
});

test('the demonstration is open every day at all hours, and its letters wait three seconds', () => {
  expect(demonstrationProfile.site.weekdays).toHaveLength(7);
  expect(demonstrationProfile.lots.maxWaitSeconds).toBe(3);
  expect(demonstrationProfile.erase.start).toBe('deposit_accepted');
});

test.each([
  ['a zone that does not exist', { site: { ...demonstrationProfile.site, timeZone: 'Europe/Lutece' } }],
  ['an hour that does not exist', { depositSlots: { kind: 'daily', times: ['25:00'] } }],
  [
    'a place that closes before it opens',
    { delivery: { ...demonstrationProfile.site, hours: { from: '18:00', to: '08:00' } } },
  ],
  ['a lot that needs more than it may hold', { lots: { ...demonstrationProfile.lots, minimumPieces: 500 } }],
  ['an unknown field', { maxWait: 3 }],
])('%s is refused', (_what, change) => {
  expect(siteProfileSchema.safeParse({ ...demonstrationProfile, ...change }).success).toBe(false);
});

test('the version that holds is the latest that has begun', () => {
  const versions = [
    { validFrom: '2027-01-01', name: 'winter' },
    { validFrom: '2027-07-01', name: 'summer' },
    { validFrom: '2027-07-01', name: 'summer, corrected' },
  ];
  expect(versionAt(versions, '2027-06-30').name).toBe('winter');
  expect(versionAt(versions, '2027-07-01').name).toBe('summer, corrected');
  expect(() => versionAt(versions, '2026-12-31')).toThrow('No version of this profile is valid on 2026-12-31');
});
