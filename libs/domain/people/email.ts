/**
 * An e-mail as it is compared: its letters in one form (NFC) and small, without blanks around. RFC 5321 lets the part before the @ differ by
 * case; no mail service in use does, and people write it either way.
 */
export const comparableEmail = (text: string): string => text.trim().normalize('NFC').toLowerCase();
