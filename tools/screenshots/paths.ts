import { administratorPath } from './administrator-path.ts';
import { auditorPath } from './auditor-path.ts';
import { operatorPath } from './operator-path.ts';
import { senderPath } from './sender-path.ts';

/** The handbooks with all their pictures, in the order in which they are taken: whoever only looks comes last. */
export const paths = [operatorPath, senderPath, administratorPath, auditorPath] as const;
